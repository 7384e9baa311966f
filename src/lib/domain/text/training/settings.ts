import type { Family } from '../features.ts';

/** How one head is fitted. */
export type HeadSettings = {
	cost: number;
	/** How much a text on the positive side weighs beside one without it. */
	positiveCost: number;
	/** The same for a text by a stranger, beside one by who knew the given texts. */
	strangersCost: number;
	/**
	 * How much of a feature's strength follows from how unevenly the sides use it; of more than one,
	 * each is learnt with and the mean is kept.
	 */
	ratioShares: readonly number[];
};

/** Chosen once by cross-validation; see docs/statistics.md. */
export const settings = {
	scale: {
		word: 1.5,
		pair: 1,
		part: 1,
		concept: 0.5,
		order: 0.5,
		ending: 0.5
	} satisfies Record<Family, number>,
	/** A feature counts from this many training texts on: keeps the model small. */
	leastTexts: {
		word: 2,
		pair: 4,
		part: 8,
		concept: 2,
		order: 4,
		ending: 3
	} satisfies Record<Family, number>,
	ownCost: 0.7,
	/** What tells the kind, among all texts. */
	kind: { cost: 4, positiveCost: 1, strangersCost: 1, ratioShares: [0.7, 1] },
	/** What tells a category among all texts; it helps to tell the kind. */
	wide: { cost: 3, positiveCost: 1, strangersCost: 1, ratioShares: [0.7, 1] },
	/** What tells a category among texts of its kind. */
	category: { cost: 3, positiveCost: 2, strangersCost: 0.3, ratioShares: [0.5] },
	/** Each text is learnt from so many times, each time without this share of its features. */
	copies: 3,
	dropShare: 0.3,
	innerFolds: 4
};
