import { describe, expect, test } from 'vitest';
import { disproportion, expectedOf } from './disproportion.ts';
import { standOut } from './false-alarms.ts';
import { fitPrior, shrink, type Cell, type Prior } from './gamma-poisson.ts';

describe('the ratios of an organisation and a category', () => {
	// Rifabutin and uveitis, the example of Evans, Waller and Davis.
	const cells = { both: 41, organisationOnly: 14, categoryOnly: 754, neither: 591_958 };

	test('say how many times as often, with an interval', () => {
		const { prr, ror, chiSquared } = disproportion(cells);
		expect(prr.ratio).toBeCloseTo(41 / 55 / (754 / 592_712), 9);
		expect(prr.lower).toBeCloseTo(494.328, 3);
		expect(ror.ratio).toBeCloseTo((41 * 591_958) / (14 * 754), 6);
		expect(ror.upper).toBeCloseTo(4235.27, 2);
		// As R's chisq.test with Yates' correction.
		expect(chiSquared).toBeCloseTo(22_187.2746591, 6);
	});

	test('are one when the two have nothing to do with each other', () => {
		const even = { both: 10, organisationOnly: 90, categoryOnly: 100, neither: 900 };
		expect(expectedOf(even)).toBe(10);
		expect(disproportion(even)).toMatchObject({ prr: { ratio: 1 }, ror: { ratio: 1 } });
	});
});

describe('the shrunk ratio', () => {
	const truth: Prior = {
		first: { shape: 0.8, rate: 0.2 },
		second: { shape: 6, rate: 6 },
		share: 0.2
	};
	const cells = simulate(truth, 3000);

	test('holds the true ratio in its interval nine times out of ten', () => {
		const prior = fitPrior(cells);
		const held = cells.filter((cell) => {
			const { eb05, eb95 } = shrink(cell, prior);
			return cell.ratio >= eb05 && cell.ratio <= eb95;
		});
		expect(held.length / cells.length).toBeGreaterThan(0.88);
		expect(held.length / cells.length).toBeLessThan(0.92);
	});

	test('is nearer the truth than observed by expected', () => {
		const prior = fitPrior(cells);
		const error = (guess: (cell: Cell) => number) =>
			cells.reduce((sum, cell) => sum + (guess(cell) - cell.ratio) ** 2, 0);
		expect(error((cell) => shrink(cell, prior).ebgm)).toBeLessThan(
			0.6 * error(({ observed, expected }) => observed / expected)
		);
	});

	test('does not shout on one report, and does on many', () => {
		const few = shrink({ observed: 1, expected: 0.05 }, truth);
		const many = shrink({ observed: 200, expected: 10 }, truth);
		expect(few.eb05).toBeLessThan(2);
		expect(many.eb05).toBeGreaterThan(15);
		expect(many.ebgm).toBeLessThan(20);
	});
});

test('the budget of false alarms is that of the paper: four of its fifteen stand out', () => {
	const pvalues = [
		0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
		0.6528, 0.759, 1
	];
	const told = pvalues.filter((_, i) => standOut(pvalues, 0.05)[i]);
	expect(told).toEqual([0.0001, 0.0004, 0.0019, 0.0095]);
	expect(standOut([NaN, 0.04], 0.05)).toEqual([false, true]);
});

/** Cells with a known true ratio, the same at every run. */
function simulate({ first, second, share }: Prior, count: number) {
	let seed = 20_130_501;
	const chance = () => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return (seed + 0.5) / 2 ** 32;
	};
	const normal = () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
	/** Marsaglia and Tsang (2000). */
	const gamma = (shape: number): number => {
		if (shape < 1) return gamma(shape + 1) * chance() ** (1 / shape);
		const d = shape - 1 / 3;
		for (;;) {
			const x = normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(chance()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
		}
	};
	const poisson = (mean: number) => {
		let events = -1;
		for (let time = 0; time < mean; events += 1) time -= Math.log(chance());
		return events < 0 ? 0 : events;
	};
	return Array.from({ length: count }, () => {
		const expected = Math.exp(1.5 * normal());
		const { shape, rate } = chance() < share ? first : second;
		const ratio = gamma(shape) / rate;
		return { ratio, expected, observed: poisson(ratio * expected) };
	});
}
