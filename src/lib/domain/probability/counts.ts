/*
 * Distributions of counts: Poisson, and negative binomial by size and chance as in R (`pnbinom`).
 */
import { incompleteBeta } from './beta.ts';
import { lowerGamma, upperGamma } from './gamma.ts';
import { normalQuantile, upperNormal } from './normal.ts';

export type CountDistribution = {
	/** The chance of `count` or fewer. */
	atMost(count: number): number;
	/** The chance of `count` or more. */
	atLeast(count: number): number;
	/** The smallest count for which the chance of it or fewer reaches this. */
	quantile(chance: number): number;
};

/** Past this many the steps of the exact functions are too many, and the normal is as good. */
const vast = 1e10;

export function poisson(mean: number): CountDistribution {
	if (mean > vast) return nearlyNormal(mean, mean, 1 / Math.sqrt(mean));
	const atMost = (count: number) => (count < 0 ? 0 : upperGamma(count + 1, mean));
	return {
		atMost,
		atLeast: (count) => (count <= 0 ? 1 : lowerGamma(count, mean)),
		quantile: (chance) => searchQuantile(atMost, chance, mean, Math.sqrt(mean))
	};
}

export function negativeBinomial(size: number, chanceOfOne: number): CountDistribution {
	const rest = 1 - chanceOfOne;
	const mean = (size * rest) / chanceOfOne;
	const deviation = Math.sqrt(mean / chanceOfOne);
	if (size > vast) {
		return nearlyNormal(mean, deviation ** 2, (1 + rest) / Math.sqrt(size * rest));
	}
	const atMost = (count: number) => {
		if (count < 0) return 0;
		return size === 0 ? 1 : incompleteBeta(chanceOfOne, size, count + 1, rest);
	};
	return {
		atMost,
		atLeast: (count) => {
			if (count <= 0) return 1;
			return size === 0 ? 0 : incompleteBeta(rest, count, size, chanceOfOne);
		},
		quantile: (chance) => searchQuantile(atMost, chance, mean, deviation)
	};
}

/** By the expansion of Cornish and Fisher (1938) to its first term. */
function nearlyNormal(mean: number, variance: number, skewness: number): CountDistribution {
	const deviation = Math.sqrt(variance);
	return {
		atMost: (count) => upperNormal((mean - count - 0.5) / deviation),
		atLeast: (count) => upperNormal((count - 0.5 - mean) / deviation),
		quantile: (chance) => {
			const z = normalQuantile(chance);
			return Math.floor(mean + deviation * (z + (skewness * (z * z - 1)) / 6) + 0.5);
		}
	};
}

/** From a guess by the normal distribution outwards in growing steps, then by halving. */
function searchQuantile(
	atMost: (count: number) => number,
	chance: number,
	mean: number,
	deviation: number
): number {
	if (Number.isNaN(mean) || Number.isNaN(chance)) return NaN;
	// As R does: a chance that is met but for rounding is met.
	const wanted = chance * (1 - 64 * Number.EPSILON);
	const guess = Math.max(0, Math.floor(mean + deviation * normalQuantile(chance)));
	const isMet = (count: number) => atMost(count) >= wanted;
	let step = Math.max(1, Math.floor(deviation / 1000));
	let [low, high] = [guess - step, guess];
	if (isMet(guess)) {
		for (; low >= 0 && isMet(low); step *= 2) [low, high] = [low - step, low];
	} else {
		for ([low, high] = [guess, guess + step]; !isMet(high); step *= 2) {
			[low, high] = [high, high + step];
		}
	}
	low = Math.max(low, -1);
	// Beyond sixteen digits whole numbers lie further apart than 1.
	while (high - low > Math.max(1, high * 2 * Number.EPSILON)) {
		const middle = Math.floor((low + high) / 2);
		if (isMet(middle)) high = middle;
		else low = middle;
	}
	return high;
}
