import { describe, expect, test } from 'vitest';
import { funnelLimits, funnelPlace, funnelSizes, funnelTarget } from './funnel.ts';

describe('a funnel plot', () => {
	test('compares with the mean over all, in which large ones weigh most', () => {
		expect(
			funnelTarget([
				{ count: 1, of: 10 },
				{ count: 30, of: 90 }
			])
		).toBeCloseTo(0.31);
		expect(funnelTarget([])).toBeNull();
	});

	test('is wide for few and narrow for many', () => {
		const few = funnelLimits('proportion', 0.3, 20);
		const many = funnelLimits('proportion', 0.3, 2000);
		expect(few.high95 - few.low95).toBeGreaterThan(5 * (many.high95 - many.low95));
		expect(few.low998).toBeLessThan(few.low95);
		expect(few.high998).toBeGreaterThan(few.high95);
	});

	test('has the exact limits of a Poisson count, between whole counts in proportion', () => {
		// P(X ≤ 16) = 0.9730 and P(X ≤ 17) = 0.9857 at a mean of 10.
		const { high95 } = funnelLimits('rate', 0.001, 10_000);
		expect(high95 * 10_000).toBeGreaterThan(16);
		expect(high95 * 10_000).toBeLessThan(17);
	});

	test('comes to the normal limits for large counts', () => {
		const { low95, high95 } = funnelLimits('proportion', 0.5, 10_000);
		expect(low95).toBeCloseTo(0.5 - 1.96 * 0.005, 4);
		expect(high95).toBeCloseTo(0.5 + 1.96 * 0.005, 4);
	});

	test.each([
		[60, 'very_high'],
		[42, 'high'],
		[30, 'within'],
		[20, 'low'],
		[10, 'very_low']
	])('%i of a hundred is %s where 30 is the mean', (count, place) => {
		expect(funnelPlace('proportion', 0.3, { count, of: 100 })).toBe(place);
	});

	test('draws its limits from before the smallest up to the largest', () => {
		const sizes = funnelSizes([
			{ count: 1, of: 8 },
			{ count: 2, of: 900 }
		]);
		expect(sizes[0]).toBeLessThanOrEqual(8);
		expect(sizes.at(-1)).toBe(900);
	});
});
