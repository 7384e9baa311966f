import { categoriesOf, type CategoryCode, type Kind } from '../report/taxonomy.ts';

export type Curve = readonly [slope: number, shift: number];

/** What turns raw scores into probabilities and a suggestion. */
export type Calibration = {
	kind: Curve;
	categories: Readonly<Record<CategoryCode, Curve>>;
	thresholds: Readonly<Record<CategoryCode, number>>;
};

export type Scores = {
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

export const probability = (z: number, [slope, shift]: Curve): number =>
	1 / (1 + Math.exp(-(slope * z + shift)));

const softMaximum = (scores: readonly number[]): number =>
	Math.log(scores.reduce((sum, z) => sum + Math.exp(z), 0));

/** Above zero leans to compliment: the kind's own score, and which side's categories fit better. */
export function kindScore({ kind, wide }: Scores): number {
	const best = (side: Kind): number => softMaximum(categoriesOf[side].map((code) => wide[code]));
	return kind + best('compliment') - best('complaint');
}

export function decide(scores: Scores, calibration: Calibration): Classification {
	const compliment = probability(kindScore(scores), calibration.kind);
	const kind: Kind = compliment >= 0.5 ? 'compliment' : 'complaint';
	const categories = categoriesOf[kind]
		.map((code: CategoryCode) => ({
			code,
			score: probability(scores.categories[code], calibration.categories[code])
		}))
		.sort((a, b) => b.score - a.score);
	const suggested = categories
		.filter(({ code, score }, place) => place === 0 || score >= calibration.thresholds[code])
		.map(({ code }) => code);
	return { kind, kind_score: Math.max(compliment, 1 - compliment), categories, suggested };
}
