/*
 * How sure a count is. The exact interval of Garwood (1936), "Fiducial limits for the Poisson
 * distribution", Biometrika 28: the means for which so many, or so few, would come in no more than
 * half of the error on either side. The tail of a Poisson is an incomplete gamma function.
 */
import { lowerGamma } from '../probability/gamma.ts';
import { findRoot } from '../probability/search.ts';

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
			: findRoot((mean) => lowerGamma(count, mean) - tail, Math.max(0, count - spread), count);
	const upper = findRoot((mean) => lowerGamma(count + 1, mean) - (1 - tail), count, count + spread);
	return { lower, upper };
}

/** So many per so many, with the interval of the count. */
export function rateOf(count: number, of: number, per = 100_000) {
	const { lower, upper } = poissonInterval(count);
	const scale = per / of;
	return { rate: count * scale, lower: lower * scale, upper: upper * scale };
}
