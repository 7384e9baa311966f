/*
 * The gamma-Poisson shrinker: a ratio of observed to expected that does not shout on a few reports.
 * DuMouchel (1999), "Bayesian data mining in large frequency tables, with an application to the FDA
 * spontaneous reporting system", American Statistician 53. The true ratios are taken to come from a
 * mixture of two gamma distributions, fitted to all cells by maximum likelihood.
 */
import { digamma, logGamma, lowerGamma } from '../probability/gamma.ts';
import { findRoot, minimise } from '../probability/search.ts';

export type Cell = { observed: number; expected: number };

export type Gamma = { shape: number; rate: number };

/** The first of the two gammas has this share of the cells. */
export type Prior = { first: Gamma; second: Gamma; share: number };

/** DuMouchel's own starting point. */
const usual: Prior = {
	first: { shape: 0.2, rate: 0.1 },
	second: { shape: 2, rate: 4 },
	share: 1 / 3
};

/** The prior under which the cells are the least surprising. Cells without reports count too. */
export function fitPrior(cells: readonly Cell[], start = usual): Prior {
	const known = cells.filter(({ expected }) => expected > 0);
	const surprise = (at: number[]) => {
		// Far outside, the likelihood is flat and the search would wander off.
		const drift = at.reduce((sum, x) => sum + Math.max(0, Math.abs(x) - 12) ** 2, 0);
		const prior = toPrior(at);
		return known.reduce((sum, cell) => sum - logLikelihood(cell, prior), 0) + drift;
	};
	return toPrior(minimise(surprise, fromPrior(start)).at);
}

export type Shrunk = {
	/** The middle of what the ratio may be (the mean of its logarithm). */
	ebgm: number;
	/** The ratio is above this with a chance of 95%, and below the other. */
	eb05: number;
	eb95: number;
};

/** The ratio of one cell, drawn towards the others the more the fewer reports it rests on. */
export function shrink(cell: Cell, prior: Prior): Shrunk {
	const { observed, expected } = cell;
	const [first, second] = [prior.first, prior.second].map(({ shape, rate }) => ({
		shape: shape + observed,
		rate: rate + expected
	})) as [Gamma, Gamma];
	const share = shareOfFirst(cell, prior);
	const meanLog = ({ shape, rate }: Gamma) => digamma(shape) - Math.log(rate);
	const below = (ratio: number) =>
		share * lowerGamma(first.shape, ratio * first.rate) +
		(1 - share) * lowerGamma(second.shape, ratio * second.rate);
	const highest = Math.max(highestOf(first), highestOf(second));
	const quantile = (chance: number) => findRoot((ratio) => below(ratio) - chance, 0, highest);
	return {
		ebgm: Math.exp(share * meanLog(first) + (1 - share) * meanLog(second)),
		eb05: quantile(0.05),
		eb95: quantile(0.95)
	};
}

const highestOf = ({ shape, rate }: Gamma) => (shape + 10 * Math.sqrt(shape) + 10) / rate;

function shareOfFirst(cell: Cell, { first, second, share }: Prior): number {
	const odds = Math.exp(logMarginal(cell, second) - logMarginal(cell, first));
	return share / (share + (1 - share) * odds);
}

function logLikelihood(cell: Cell, { first, second, share }: Prior): number {
	const [one, other] = [logMarginal(cell, first), logMarginal(cell, second)];
	const most = Math.max(one, other);
	return most + Math.log(share * Math.exp(one - most) + (1 - share) * Math.exp(other - most));
}

/** The logarithm of the negative binomial chance of a cell, without what the prior has no part in. */
function logMarginal({ observed, expected }: Cell, { shape, rate }: Gamma): number {
	return (
		logRising(shape, observed) -
		observed * Math.log1p(rate / expected) -
		shape * Math.log1p(expected / rate)
	);
}

/** log of shape (shape + 1) … (shape + count − 1): cells with few reports, which are most, are cheap. */
function logRising(shape: number, count: number): number {
	if (count > 20) return logGamma(shape + count) - logGamma(shape);
	let product = 1;
	for (let step = 0; step < count; step += 1) product *= shape + step;
	return Math.log(product);
}

const fromPrior = ({ first, second, share }: Prior) => [
	...[first.shape, first.rate, second.shape, second.rate].map(Math.log),
	Math.log(share / (1 - share))
];

function toPrior([a, b, c, d, s]: number[]): Prior {
	return {
		first: { shape: Math.exp(a!), rate: Math.exp(b!) },
		second: { shape: Math.exp(c!), rate: Math.exp(d!) },
		share: 1 / (1 + Math.exp(-s!))
	};
}
