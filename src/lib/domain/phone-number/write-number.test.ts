import { expect, test } from 'vitest';
import { withShownNumber, writeNumber } from './write-number.ts';

test('a Dutch number is written as the Dutch do, one of another country with its country', () => {
	expect(writeNumber('+31851234567')).toBe('085 123 4567');
	expect(writeNumber('+31612345678')).toBe('06 12345678');
	expect(writeNumber('+3228001234')).toBe('+3228001234');
});

test('a number that no plan knows stays as it is', () => {
	expect(writeNumber('+999123')).toBe('+999123');
});

test('a row keeps the number that addresses and files hold', () => {
	expect(withShownNumber({ caller_number: '+31851234567' })).toEqual({
		caller_number: '+31851234567',
		shown_number: '085 123 4567'
	});
	expect(withShownNumber({ caller_number: null }).shown_number).toBeNull();
});
