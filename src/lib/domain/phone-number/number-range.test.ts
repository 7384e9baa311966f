import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumberRange } from './number-range.ts';

describe('numbers that an organisation says are its own', () => {
	test('are read in any spelling', () => {
		const range = { first_number: '+31851234567', last_number: '+31851234567', count: 1 };
		for (const typed of ['085 123 45 67', '+31 85 1234567', '0031851234567', '(085) 123-4567']) {
			expect(readNumberRange(typed, { size: 1 })).toEqual(range);
			expect(readNumberRange(typed, {})).toEqual(range);
		}
	});

	test('may be a block of ten or a hundred, from its first number on', () => {
		expect(readNumberRange('0851234560', { size: 10 })).toMatchObject({
			last_number: '+31851234569',
			count: 10
		});
		expect(readNumberRange('0851234500', { size: 100 })).toMatchObject({
			last_number: '+31851234599',
			count: 100
		});
		expect(readNumberRange('0851234567', { size: 10 })).toBe('block_start');
		expect(readNumberRange('0851234560', { size: 100 })).toBe('block_start');
	});

	test('may run from any number to any later one, up to ten thousand', () => {
		expect(readNumberRange('0851234567', { last: '085 123 46 02' })).toMatchObject({ count: 36 });
		expect(readNumberRange('0851234567', { last: '0851234566' })).toBe('block_backwards');
		expect(readNumberRange('0851234567', { last: '+49 30 123456' })).toBe('block_backwards');
		expect(readNumberRange('0851230000', { last: '0851240000' })).toBe('block_too_large');
	});

	test('are none that cost who calls back, and no short ones', () => {
		for (const typed of ['0900 1234', '0906 123456', '0909-1234', '+31 900 1234', '066 2123456']) {
			expect(readNumberRange(typed, { size: 1 })).toBe('number_type_not_allowed');
		}
		for (const typed of ['112', '144', '1850', '116 123', '+31112']) {
			expect(readNumberRange(typed, { size: 1 })).toBe('number_short');
		}
		for (const typed of ['0851', 'geen idee', '', '0851234567 toestel 3', '+999 12345678']) {
			expect(readNumberRange(typed, { size: 1 })).toBe('number_not_in_plan');
		}
	});

	test('may be those of a municipality, or of another country', () => {
		expect(readNumberRange('14 020', { size: 1 })).toMatchObject({ first_number: '+3114020' });
		expect(readNumberRange('+49 30 123456', { size: 1 })).toMatchObject({ count: 1 });
	});

	test('never become a fault, whatever is typed', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.string(),
				fc.constantFrom(undefined, 1, 10, 100),
				(a, b, size) => {
					const read = readNumberRange(a, { last: b, size });
					if (typeof read === 'object') expect(read.count).toBeGreaterThan(0);
				}
			)
		);
	});
});
