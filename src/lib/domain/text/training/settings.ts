import type { Family } from '../features.ts';

/** Chosen once by cross-validation; see docs/statistics.md. */
export const settings = {
	scale: { word: 1.5, pair: 1, part: 1, concept: 0.5 } satisfies Record<Family, number>,
	/** A feature counts from this many training texts on: keeps the model small. */
	leastTexts: { word: 2, pair: 3, part: 5, concept: 2 } satisfies Record<Family, number>,
	kindCost: 4,
	categoryCost: 3,
	ownCost: 0.7,
	/** How much a text of a category weighs beside one without it, among texts of the same kind. */
	positiveCost: 2,
	/** The same, for what tells the kind: there both sides are many. */
	kindPositiveCost: 1,
	/** Each text is learnt from so many times, each time without this share of its features. */
	copies: 3,
	dropShare: 0.3,
	/**
	 * How much of a feature's strength follows from how unevenly the sides use it; of more than one,
	 * each is learnt with and the mean is kept.
	 */
	ratioShares: [0.5],
	/** The same, for what tells the kind. */
	kindRatioShares: [0.7, 1],
	innerFolds: 4
};
