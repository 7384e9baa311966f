import { factors, toFactors, type Factor, type Factors, type RawFactors } from './factors.ts';

/** How much each factor counts, 0–5. */
export type Weights = Record<Factor, number>;

/** As proposed: what hurts people most counts most. The reader may weigh otherwise. */
export const usualWeights: Weights = {
	volume: 3,
	rate: 2,
	persistence: 2,
	spread: 2,
	severity: 3,
	repeats: 3,
	non_response: 2,
	vulnerable: 3
};

export const mostWeight = 5;

/** Weights from an address (`w_volume=4`); what is left out or cannot be read is as usual. */
export function readWeights(search: URLSearchParams): Weights {
	const weights = { ...usualWeights };
	for (const factor of factors) {
		const given = search.get(`w_${factor}`);
		const weight = Number(given);
		if (given !== null && given !== '' && weight >= 0 && weight <= mostWeight) {
			weights[factor] = weight;
		}
	}
	// With nothing to go by there is no order.
	return factors.some((factor) => weights[factor] > 0) ? weights : { ...usualWeights };
}

/** The weighted mean of the factors, 0–100. */
export function scoreOf(weighed: Factors, weights: Weights): number {
	const sum = factors.reduce((total, factor) => total + weighed[factor] * weights[factor], 0);
	const most = factors.reduce((total, factor) => total + weights[factor], 0);
	return most === 0 ? 0 : (100 * sum) / most;
}

export type Ranked<Row> = Row & { factors: Factors; score: number };

/** Rows by their score, the highest first; the same score, the same order always. */
export function rank<Row extends RawFactors & { key: string }>(
	rows: readonly Row[],
	weights: Weights
): Ranked<Row>[] {
	return rows
		.map((row) => {
			const weighed = toFactors(row);
			return { ...row, factors: weighed, score: scoreOf(weighed, weights) };
		})
		.sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
}

/** Which factors brought a row where it is, the one that counts most first. */
export const reasonsOf = (weighed: Factors, weights: Weights): Factor[] =>
	factors
		.filter((factor) => weighed[factor] * weights[factor] > 0)
		.sort((one, other) => weighed[other] * weights[other] - weighed[one] * weights[one]);
