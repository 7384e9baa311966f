import { categoriesOf } from '../../report/taxonomy.ts';
import { beliefIn, kindScore, probability, type Calibration, type Curve } from '../decide.ts';
import type { Hint } from './folds.ts';

const candidates = Array.from({ length: 25 }, (_, at) => at / 2);

/** The doubt with which texts of a few words surprise least, and what was fitted with it. */
export function leastSurprising<Fitted>(
	fit: (doubt: number) => Fitted,
	surprise: (fitted: Fitted, doubt: number) => number
): { fitted: Fitted; doubt: number } {
	const tried = candidates.map((doubt) => {
		const fitted = fit(doubt);
		return { fitted, doubt, surprise: surprise(fitted, doubt) };
	});
	return tried.reduce((best, next) => (next.surprise < best.surprise ? next : best));
}

const lossOf = (chance: number, isTrue: boolean): number =>
	-Math.log(Math.max(1e-6, isTrue ? chance : 1 - chance));

const meanOf = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Beginnings of given texts and own short texts weigh the same: real ones lie between. */
const meanLoss = (hints: readonly Hint[], loss: (hint: Hint) => number): number =>
	meanOf(
		[true, false].map((isOwn) =>
			meanOf(hints.filter(({ example }) => example.isOwn === isOwn).map(loss))
		)
	);

/** How much the kinds of texts of a few words surprise, when scores are doubted so much. */
export const kindSurprise = (hints: readonly Hint[], curve: Curve, doubt: number): number =>
	meanLoss(hints, ({ example, scores }) =>
		lossOf(
			probability(kindScore(scores), curve, beliefIn(scores.known, doubt)),
			example.kind === 'compliment'
		)
	);

/** The same for their categories. */
export const categorySurprise = (
	hints: readonly Hint[],
	{ categories, usual }: Pick<Calibration, 'categories' | 'usual'>,
	doubt: number
): number =>
	meanLoss(hints, ({ example, scores }) =>
		meanOf(
			categoriesOf[example.kind].map((code) => {
				const belief = beliefIn(scores.known, doubt);
				const chance = probability(scores.categories[code], categories[code], belief, usual[code]);
				return lossOf(chance, example.categories.includes(code));
			})
		)
	);
