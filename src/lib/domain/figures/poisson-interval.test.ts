import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poissonInterval, rateOf } from './poisson-interval.ts';

describe('the interval of a count', () => {
	test.each([
		[0, 0, 3.6889],
		[1, 0.0253, 5.5716],
		[2, 0.2422, 7.2247],
		[5, 1.6235, 11.6683],
		[10, 4.7954, 18.3904],
		[20, 12.2165, 30.8884],
		[50, 37.111, 65.9188],
		[100, 81.364, 121.6271]
	])('of %i is that of the tables', (count, lower, upper) => {
		const interval = poissonInterval(count);
		expect(interval.lower).toBeCloseTo(lower, 3);
		expect(interval.upper).toBeCloseTo(upper, 3);
	});

	test('lies around the count, and is wider where more must be covered', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200_000 }), (count) => {
				const wide = poissonInterval(count, 0.99);
				const usual = poissonInterval(count);
				expect(usual.lower).toBeLessThanOrEqual(count);
				expect(usual.upper).toBeGreaterThan(count);
				expect(wide.lower).toBeLessThanOrEqual(usual.lower);
				expect(wide.upper).toBeGreaterThan(usual.upper);
			}),
			{ numRuns: 60 }
		);
	});

	test('of a large count comes near the normal one', () => {
		const { lower, upper } = poissonInterval(1_000_000);
		expect(lower).toBeCloseTo(1_000_000 - 1.96 * 1000, -1);
		expect(upper).toBeCloseTo(1_000_000 + 1.96 * 1000, -1);
	});

	test('is a rate when it is weighed against contacts', () => {
		expect(rateOf(10, 50_000)).toMatchObject({ rate: 20, lower: expect.closeTo(9.59, 2) });
	});

	test('is of whole counts alone', () => {
		expect(() => poissonInterval(-1)).toThrow(RangeError);
		expect(() => poissonInterval(1.5)).toThrow(RangeError);
	});
});
