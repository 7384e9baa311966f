/*
 * Is a category more often reported about one organisation than about the others? As medicines are
 * compared with side effects. PRR: Evans, Waller and Davis (2001), "Use of proportional reporting
 * ratios for signal generation from spontaneous adverse drug reaction reports",
 * Pharmacoepidemiology and Drug Safety 10. ROR: Rothman, Lanes and Sacks (2004), "The reporting odds
 * ratio and its advantages over the proportional reporting ratio", same journal 13.
 */
import { normalQuantile } from '../probability/normal.ts';

/** Reports by whether they are about the organisation and in the category. */
export type FourCells = {
	/** About this organisation, in this category. */
	both: number;
	/** About this organisation, in another category. */
	organisationOnly: number;
	/** About another organisation, in this category. */
	categoryOnly: number;
	neither: number;
};

export type Ratio = { ratio: number; lower: number; upper: number };

export type Disproportion = { prr: Ratio; ror: Ratio; chiSquared: number };

/** The two ratios with their intervals, and Yates' chi-squared. NaN where a cell leaves none. */
export function disproportion(cells: FourCells, confidence = 0.95): Disproportion {
	const { both: a, organisationOnly: b, categoryOnly: c, neither: d } = cells;
	const n = a + b + c + d;
	const distance = Math.max(0, Math.abs(a * d - b * c) - n / 2);
	return {
		prr: ratioOf(
			a / (a + b) / (c / (c + d)),
			1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
			confidence
		),
		ror: ratioOf((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, confidence),
		chiSquared: (n * distance * distance) / ((a + b) * (c + d) * (a + c) * (b + d))
	};
}

/** How many reports there would be if organisation and category had nothing to do with each other. */
export function expectedOf({ both, organisationOnly, categoryOnly, neither }: FourCells): number {
	const all = both + organisationOnly + categoryOnly + neither;
	return ((both + organisationOnly) * (both + categoryOnly)) / all;
}

/** A ratio whose logarithm is normal with this variance. */
function ratioOf(ratio: number, variance: number, confidence: number): Ratio {
	const spread = Math.exp(normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(variance));
	return { ratio, lower: ratio / spread, upper: ratio * spread };
}
