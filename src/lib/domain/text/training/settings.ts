import type { Family } from '../features.ts';

/** Chosen once by cross-validation; see docs/statistics.md. */
export const settings = {
	scale: { word: 1.5, pair: 1, part: 1, concept: 0.5 } satisfies Record<Family, number>,
	/** A feature counts from this many training texts on: keeps the model small. */
	leastTexts: { word: 2, pair: 3, part: 5, concept: 2 } satisfies Record<Family, number>,
	kindCost: 4,
	categoryCost: 3,
	ownCost: 0.7,
	positiveCost: 2,
	/** How much of a feature's strength follows from how unevenly the sides use it. */
	ratioShare: 0.5,
	/** The same, for what tells the kind. */
	kindRatioShare: 0.7,
	innerFolds: 4
};
