import { categoriesOf, type CategoryCode, type Kind } from '../report/taxonomy.ts';

export type Curve = readonly [slope: number, shift: number];

/** What turns raw scores into probabilities and a suggestion. */
export type Calibration = {
	kind: Curve;
	categories: Readonly<Record<CategoryCode, Curve>>;
	/** How often a category is named at all, as log-odds: what holds for a text that says nothing. */
	usual: Readonly<Record<CategoryCode, number>>;
	/** The more doubt, the more known words it takes before scores are believed. */
	doubt: Readonly<{ kind: number; categories: number }>;
	thresholds: Readonly<Record<CategoryCode, number>>;
};

export type Scores = {
	/** How many different words of the text the model knows. */
	known: number;
	kind: number;
	/** One per code, learnt among texts of the same kind. */
	categories: Readonly<Record<CategoryCode, number>>;
	/** One per code, learnt among all texts; they help to tell the kind. */
	wide: Readonly<Record<CategoryCode, number>>;
};

export type Classification = {
	kind: Kind;
	kind_score: number;
	categories: { code: CategoryCode; score: number }[];
	suggested: CategoryCode[];
};

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** How far the scores of a text with so many known words are believed, from 0 to 1. */
export const beliefIn = (known: number, doubt: number): number => (known + 1) / (known + 1 + doubt);

/** A score as a probability; what is not believed of it falls back to what is usual. */
export const probability = (z: number, [slope, shift]: Curve, belief = 1, usual = 0): number =>
	sigmoid(belief * (slope * z + shift) + (1 - belief) * usual);

const softMaximum = (scores: readonly number[]): number =>
	Math.log(scores.reduce((sum, z) => sum + Math.exp(z), 0));

/** Above zero leans to compliment: the kind's own score, and which side's categories fit better. */
export function kindScore({ kind, wide }: Scores): number {
	const best = (side: Kind): number => softMaximum(categoriesOf[side].map((code) => wide[code]));
	return kind + best('compliment') - best('complaint');
}

/** Few words, and no category that stands out: then no suggestion is better than a guess. */
const fewWords = 5;
const leastChance = 0.4;

export function decide(scores: Scores, calibration: Calibration): Classification {
	const { kind: kindDoubt, categories: doubt } = calibration.doubt;
	const compliment = probability(
		kindScore(scores),
		calibration.kind,
		beliefIn(scores.known, kindDoubt)
	);
	const kind: Kind = compliment >= 0.5 ? 'compliment' : 'complaint';
	const categories = categoriesOf[kind]
		.map((code: CategoryCode) => ({
			code,
			score: probability(
				scores.categories[code],
				calibration.categories[code],
				beliefIn(scores.known, doubt),
				calibration.usual[code]
			)
		}))
		.sort((a, b) => b.score - a.score);
	const isGuess = scores.known < fewWords && categories[0]!.score < leastChance;
	const suggested = isGuess
		? []
		: categories
				.filter(({ code, score }, place) => place === 0 || score >= calibration.thresholds[code])
				.map(({ code }) => code);
	return { kind, kind_score: Math.max(compliment, 1 - compliment), categories, suggested };
}
