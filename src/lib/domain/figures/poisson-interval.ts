/*
 * How sure a count is. The exact interval of Garwood (1936), "Fiducial limits for the Poisson
 * distribution", Biometrika 28: the means for which so many, or so few, would come in no more than
 * half of the error on either side. The tail of a Poisson is an incomplete gamma function, reckoned
 * as in Press et al., Numerical Recipes (3rd ed., 2007), 6.2.
 */

export type Interval = { lower: number; upper: number };

/** Means that a count of events fits with, at a confidence of 95% unless another is given. */
export function poissonInterval(count: number, confidence = 0.95): Interval {
	if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is 0 or more');
	const tail = (1 - confidence) / 2;
	// Both fall as the mean grows smaller; the answer lies within these bounds for any count.
	const spread = 10 * Math.sqrt(count + 1) + 10;
	const lower =
		count === 0
			? 0
			: solve((mean) => lowerGamma(count, mean) - tail, Math.max(0, count - spread), count);
	const upper = solve((mean) => lowerGamma(count + 1, mean) - (1 - tail), count, count + spread);
	return { lower, upper };
}

/** So many per so many, with the interval of the count. */
export function rateOf(count: number, of: number, per = 100_000) {
	const { lower, upper } = poissonInterval(count);
	const scale = per / of;
	return { rate: count * scale, lower: lower * scale, upper: upper * scale };
}

/** Where a function that rises goes through nought. */
function solve(rising: (x: number) => number, from: number, to: number): number {
	let [low, high] = [from, to];
	for (let step = 0; step < 200 && high - low > 1e-10 * (1 + high); step += 1) {
		const middle = (low + high) / 2;
		if (rising(middle) < 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** The regularised lower incomplete gamma function: the chance of `a` events or more at mean `x`. */
function lowerGamma(a: number, x: number): number {
	if (x <= 0) return 0;
	const weight = Math.exp(a * Math.log(x) - x - logGamma(a));
	return x < a + 1 ? weight * series(a, x) : 1 - weight * fraction(a, x);
}

function series(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let n = a + 1; term > sum * 1e-15; n += 1) sum += term *= x / n;
	return sum;
}

/** By the method of Lentz. */
function fraction(a: number, x: number): number {
	const tiny = 1e-300;
	let b = x + 1 - a;
	let c = 1 / tiny;
	let d = 1 / b;
	let product = d;
	for (let n = 1; n < 100_000; n += 1) {
		const an = -n * (n - a);
		b += 2;
		d = 1 / nonZero(an * d + b, tiny);
		c = nonZero(b + an / c, tiny);
		product *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return product;
}

const nonZero = (value: number, tiny: number) => (Math.abs(value) < tiny ? tiny : value);

// prettier-ignore
const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7
];

function logGamma(x: number): number {
	const z = x - 1;
	const t = z + 7.5;
	const sum = lanczos.reduce(
		(total, weight, index) => total + (index ? weight / (z + index) : weight)
	);
	return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
