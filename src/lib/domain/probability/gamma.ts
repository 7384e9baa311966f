/*
 * The gamma function and the tails of a gamma distribution. Log-gamma by Lanczos (1964), "A
 * precision approximation of the gamma function"; weights of chance by the saddle point of Loader
 * (2000), "Fast and accurate computation of binomial probabilities", which stays exact where large
 * numbers cancel; the incomplete function as in Press et al., Numerical Recipes (3rd ed., 2007), 6.2.
 */
import { continuedFraction } from './continued-fraction.ts';

// prettier-ignore
const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7
];

/** The natural logarithm of the gamma function, for numbers above 0. */
export function logGamma(x: number): number {
	// Near nought the terms would cancel: one step up by the recurrence.
	if (x < 0.5) return logGamma(x + 1) - Math.log(x);
	const z = x - 1;
	const t = z + 7.5;
	const sum = lanczos.reduce(
		(total, weight, index) => total + (index ? weight / (z + index) : weight)
	);
	return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The slope of log-gamma, for numbers above 0: Bernardo (1976), algorithm AS 103. */
export function digamma(x: number): number {
	let shift = 0;
	for (; x < 10; x += 1) shift -= 1 / x;
	const square = 1 / (x * x);
	const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
	return shift + Math.log(x) - 1 / (2 * x) - series;
}

/** What Stirling's formula for log Γ(x + 1) leaves out. */
export function stirlingError(x: number): number {
	if (x <= 15) {
		return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - 0.5 * Math.log(2 * Math.PI);
	}
	const square = x * x;
	const inner = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square;
	return (1 / 12 - (1 / 360 - inner / square) / square) / x;
}

/** x log(x / mean) + mean − x, exact where the two are close. */
export function deviancePart(x: number, mean: number): number {
	if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
	const v = (x - mean) / (x + mean);
	let sum = (x - mean) * v;
	let power = 2 * x * v;
	for (let j = 1; j < 1000; j += 1) {
		power *= v * v;
		const next = sum + power / (2 * j + 1);
		if (next === sum) break;
		sum = next;
	}
	return sum;
}

/** The weight of `x`, which need not be whole, in a Poisson of this mean. */
export function poissonWeight(x: number, mean: number): number {
	if (x === 0) return Math.exp(-mean);
	if (mean === 0) return 0;
	return Math.exp(-stirlingError(x) - deviancePart(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** The regularised lower incomplete gamma function: the chance of `a` events or more at mean `x`. */
export function lowerGamma(a: number, x: number): number {
	if (x <= 0) return 0;
	return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** The regularised upper incomplete gamma function: the chance of fewer than `a` events. */
export function upperGamma(a: number, x: number): number {
	if (x <= 0) return 1;
	return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function series(a: number, x: number): number {
	let term = 1;
	let sum = term;
	for (let n = a + 1; term > sum * 1e-17; n += 1) sum += term *= x / n;
	return sum * poissonWeight(a, x);
}

function fraction(a: number, x: number): number {
	const value = continuedFraction(
		(n) => (n === 0 ? 1 : -n * (n - a)),
		(n) => x + 1 - a + 2 * n
	);
	return value * poissonWeight(a, x) * a;
}
