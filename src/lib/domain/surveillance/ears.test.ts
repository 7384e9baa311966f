import { describe, expect, test } from 'vitest';
import { ears } from './ears.ts';

describe('a series too short to know its seasons', () => {
	const quiet = [4, 6, 5, 3, 7, 5, 5];

	test('alarms when a period is far above the seven before it', () => {
		const { expected, upperbound, alarm } = ears('ears_c1', [...quiet, 9, 10], null, {});
		expect(expected[0]).toBe(5);
		// 5 + 3.0902 × 1.2910, as R has it.
		expect(upperbound[0]).toBeCloseTo(8.98947, 5);
		expect(alarm[0]).toBe(true);
	});

	test('leaves the newest two out of the baseline, so that a slow rise does not hide itself', () => {
		const rising = [...quiet, 8, 8, 9];
		expect(ears('ears_c1', rising, [9, 9], {}).alarm).toEqual([false]);
		expect(ears('ears_c2', rising, [9, 9], {}).alarm).toEqual([true]);
	});

	test('adds up what the two periods before were above their own', () => {
		const steady = [...quiet, 5, 5, 8, 8, 8];
		expect(ears('ears_c2', steady, [11, 11], { alpha: 0.001 }).alarm).toEqual([false]);
		expect(ears('ears_c3', steady, [11, 11], {}).alarm).toEqual([true]);
	});

	test('is not judged where it does not vary or a count is missing', () => {
		const still = [...Array<number>(11).fill(2), 9];
		expect(ears('ears_c3', still, null, {}).alarm).toEqual([null]);
		expect(ears('ears_c1', [1, NaN, 3, 4, 5, 6, 7, 8], null, {}).alarm).toEqual([null]);
	});

	test('is refused before there are periods enough', () => {
		expect(() => ears('ears_c3', still(11), [10, 10], {})).toThrow('needs 11 periods');
	});
});

const still = (length: number) => Array<number>(length).fill(1);
