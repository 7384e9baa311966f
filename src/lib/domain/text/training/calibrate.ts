import { categoriesOf, kindOf, type CategoryCode } from '../../report/taxonomy.ts';
import { beliefIn, kindScore, probability, type Calibration, type Scores } from '../decide.ts';
import { categorySurprise, kindSurprise, leastSurprising } from './doubt.ts';
import type { Hint } from './folds.ts';
import { perCode, type Example } from './heads.ts';
import { fitCurve } from './logistic.ts';

/** Curves and cuts, from scores of texts the heads had not seen; how far to believe them, from hints. */
export function calibrate(
	examples: readonly Example[],
	scores: ReadonlyMap<number, Scores>,
	hints: readonly Hint[]
): Calibration {
	const scored = [...scores.keys()];
	const ofKind = (code: CategoryCode): number[] =>
		scored.filter((at) => examples[at]!.kind === kindOf(code));
	const isLabelled = (at: number, code: CategoryCode): number =>
		examples[at]!.categories.includes(code) ? 1 : 0;
	const usual = perCode((code) => {
		const labelled = ofKind(code).filter((at) => isLabelled(at, code)).length;
		return Math.log((labelled + 1) / (ofKind(code).length - labelled + 1));
	});
	const beliefOf = (at: number, doubt: number): number => beliefIn(scores.get(at)!.known, doubt);
	const kind = leastSurprising(
		(doubt) =>
			fitKind(
				scored.map((at) => kindScore(scores.get(at)!)),
				scored.map((at) => (examples[at]!.kind === 'compliment' ? 1 : 0)),
				scored.map((at) => beliefOf(at, doubt))
			),
		(curve, doubt) => kindSurprise(hints, curve, doubt)
	);
	const { fitted: categories, doubt } = leastSurprising(
		(doubt) =>
			perCode((code) =>
				fitCurve(
					ofKind(code).map((at) => scores.get(at)!.categories[code]),
					ofKind(code).map((at) => isLabelled(at, code)),
					ofKind(code).map((at) => ({ belief: beliefOf(at, doubt), usual: usual[code], weight: 1 }))
				)
			),
		(categories, doubt) => categorySurprise(hints, { categories, usual }, doubt)
	);
	const chance = (at: number, code: CategoryCode): number =>
		probability(
			scores.get(at)!.categories[code],
			categories[code],
			beliefOf(at, doubt),
			usual[code]
		);
	const thresholds = perCode((code) =>
		bestThreshold(
			ofKind(code).map((at) => {
				const p = chance(at, code);
				const rivals = categoriesOf[examples[at]!.kind].map((rival) => chance(at, rival));
				return {
					p,
					isFirst: p >= Math.max(...rivals),
					isLabelled: isLabelled(at, code) === 1
				};
			})
		)
	);
	const doubts = { kind: kind.doubt, categories: doubt };
	return { kind: kind.fitted, categories, usual, doubt: doubts, thresholds };
}

/**
 * Compliments are few among the given texts, and those by an unknown hand are missed sooner than
 * complaints: the curve is drawn as if one in four texts were a compliment.
 */
const complimentShare = 0.25;

function fitKind(
	scores: readonly number[],
	target: readonly number[],
	beliefs: readonly number[]
): [number, number] {
	const share = target.filter(Boolean).length / target.length;
	const heavier = ((complimentShare / (1 - complimentShare)) * (1 - share)) / share;
	return fitCurve(
		scores,
		target,
		beliefs.map((belief, at) => ({ belief, usual: 0, weight: target[at] ? heavier : 1 }))
	);
}

type Judged = { p: number; isFirst: boolean; isLabelled: boolean };

/** The cut with the best F1, drawn half-way to 0.4: with few texts the optimum itself is noise. */
function bestThreshold(texts: readonly Judged[]): number {
	let [best, bestF1] = [0.5, -1];
	for (let cut = 0.15; cut <= 0.75; cut += 0.02) {
		let [hits, shown, wanted] = [0, 0, 0];
		for (const { p, isFirst, isLabelled } of texts) {
			const isShown = isFirst || p >= cut;
			if (isShown) shown++;
			if (isLabelled) wanted++;
			if (isShown && isLabelled) hits++;
		}
		const f1 = (2 * hits) / Math.max(1, shown + wanted);
		if (f1 > bestF1) [best, bestF1] = [cut, f1];
	}
	return (best + 0.4) / 2;
}
