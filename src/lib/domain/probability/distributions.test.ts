import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta } from './beta.ts';
import { negativeBinomial, poisson } from './counts.ts';
import { digamma, logGamma, lowerGamma, upperGamma } from './gamma.ts';
import { bothTailsOfStudent, normalQuantile, upperNormal } from './normal.ts';
import { minimise } from './search.ts';

/** Figures of R 4.2.2. */
const near = (found: number, wanted: number, share = 1e-12) =>
	expect(Math.abs(found / wanted - 1)).toBeLessThan(share);

describe('the functions under the distributions', () => {
	test('agree with R, also far out and for large numbers', () => {
		near(lowerGamma(10_000, 9000), 2.073299202433932e-25);
		near(upperGamma(1e6, 1e6), 0.4998670192391256);
		near(incompleteBeta(0.1, 1e-8, 3), 0.9999999900241491);
		near(incompleteBeta(0.5, 400, 1), 3.872591914849117e-121);
		near(digamma(0.01), -100.56088545786866);
		near(digamma(40), 3.676327374034843);
		near(upperNormal(8), 6.220960574271785e-16);
		near(2 * upperNormal(1.959963984540054), 0.05);
		near(normalQuantile(0.995), 2.5758293035489);
		near(normalQuantile(1e-300), -37.0470962993612);
		near(bothTailsOfStudent(2.1, 11), 0.059600319608066, 1e-10);
	});

	test('keep to what they are defined by', () => {
		const size = fc.double({ min: 0.01, max: 500, noNaN: true });
		fc.assert(
			fc.property(size, size, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
				expect(logGamma(a + 1)).toBeCloseTo(logGamma(a) + Math.log(a), 9);
				expect(digamma(a + 1)).toBeCloseTo(digamma(a) + 1 / a, 9);
				expect(lowerGamma(a, b) + upperGamma(a, b)).toBeCloseTo(1, 12);
				expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
				expect(upperNormal(normalQuantile(x))).toBeCloseTo(1 - x, 12);
			})
		);
	});
});

describe('a count', () => {
	const chances = fc.double({ min: 0.001, max: 0.9999, noNaN: true });

	test('reaches its quantile and not one less', () => {
		const means = fc.double({ min: 1e-6, max: 5000, noNaN: true });
		const spreads = fc.double({ min: 1.0001, max: 50, noNaN: true });
		fc.assert(
			fc.property(means, spreads, chances, (mean, phi, chance) => {
				for (const counts of [poisson(mean), negativeBinomial(mean / (phi - 1), 1 / phi)]) {
					const quantile = counts.quantile(chance);
					expect(counts.atMost(quantile)).toBeGreaterThanOrEqual(chance * (1 - 1e-12));
					expect(counts.atMost(quantile - 1)).toBeLessThan(chance);
					expect(counts.atMost(quantile) + counts.atLeast(quantile + 1)).toBeCloseTo(1, 9);
				}
			})
		);
	});

	test('too large to be stepped through is answered at once', () => {
		expect(poisson(1e12).quantile(0.995)).toBe(1_000_002_575_830);
		expect(negativeBinomial(1e80, 0.5).quantile(0.995)).toBeCloseTo(1e80, -70);
	});
});

test('the lowest point of a curved valley is found', () => {
	const valley = ([x, y]: number[]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2;
	const { at } = minimise(valley, [-1.2, 1]);
	expect(at[0]).toBeCloseTo(1, 3);
	expect(at[1]).toBeCloseTo(1, 3);
});
