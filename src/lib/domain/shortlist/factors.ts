/*
 * What makes a practice structural rather than an incident, each factor brought to 0–1 by a
 * transform that saturates: x / (x + half) is a half at `half` and never passes 1. The halves are
 * so large that no single report moves a factor by more than a seventh (see the property in
 * score.test.ts): one report more or less makes nobody the worst. docs/statistics.md tells more.
 */

export const factors = [
	'volume',
	'rate',
	'persistence',
	'spread',
	'severity',
	'repeats',
	'non_response',
	'vulnerable'
] as const;
export type Factor = (typeof factors)[number];
export type Factors = Record<Factor, number>;

/** The raw figures of one subject and practice, as the database counts them. */
export type RawFactors = {
	reports: number;
	/** How many were to be expected of such a subject. */
	expected: number;
	/** Months with at least one report. */
	months: number;
	provinces: number;
	/** Different people, as far as they can be told apart. */
	reporters: number;
	/** The sum over the reports of their heaviest finding, each 0–1. */
	severity: number;
	/** Reports after an earlier one, an answer or an objection. */
	repeats: number;
	/** Reports whose term to answer is over. */
	due: number;
	unanswered: number;
	vulnerable: number;
};

/** Where a factor is a half. */
export const halves = {
	volume: 20,
	/** Above what was expected: twice as many is a half. */
	rate: 1,
	persistence: 6,
	provinces: 6,
	reporters: 20,
	repeats: 10,
	vulnerable: 10
} as const;

/** As if so many reports more had been seen, that were just as expected, not heavy, answered. */
export const priors = { rate: 10, severity: 5, due: 10 } as const;

const saturate = (amount: number, half: number) => (amount <= 0 ? 0 : amount / (amount + half));

/** How often it happens against what was to be expected, drawn towards 1 as long as little is known. */
export const shrunkRatio = ({ reports, expected }: RawFactors) =>
	(reports + priors.rate) / (Math.max(expected, 0) + priors.rate);

/** All factors of one row, 0–1. */
export function toFactors(raw: RawFactors): Factors {
	return {
		volume: saturate(raw.reports, halves.volume),
		rate: saturate(shrunkRatio(raw) - 1, halves.rate),
		persistence: saturate(raw.months - 1, halves.persistence),
		spread:
			(saturate(raw.provinces - 1, halves.provinces) +
				saturate(raw.reporters - 1, halves.reporters)) /
			2,
		severity: Math.min(1, raw.severity / (raw.reports + priors.severity)),
		repeats: saturate(raw.repeats, halves.repeats),
		non_response: raw.unanswered / (raw.due + priors.due),
		vulnerable: saturate(raw.vulnerable, halves.vulnerable)
	};
}
