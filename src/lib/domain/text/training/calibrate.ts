import { categoriesOf, kindOf, type CategoryCode } from '../../report/taxonomy.ts';
import { kindScore, probability, type Calibration, type Scores } from '../decide.ts';
import { perCode, type Example } from './heads.ts';
import { fitCurve } from './logistic.ts';

/** Curves and cuts, from scores of texts the heads had not seen. */
export function calibrate(
	examples: readonly Example[],
	scores: ReadonlyMap<number, Scores>
): Calibration {
	const scored = [...scores.keys()];
	const ofKind = (code: CategoryCode): number[] =>
		scored.filter((at) => examples[at]!.kind === kindOf(code));
	const kind = fitKind(
		scored.map((at) => kindScore(scores.get(at)!)),
		scored.map((at) => (examples[at]!.kind === 'compliment' ? 1 : 0))
	);
	const categories = perCode((code) =>
		fitCurve(
			ofKind(code).map((at) => scores.get(at)!.categories[code]),
			ofKind(code).map((at) => (examples[at]!.categories.includes(code) ? 1 : 0))
		)
	);
	const chance = (at: number, code: CategoryCode): number =>
		probability(scores.get(at)!.categories[code], categories[code]);
	const thresholds = perCode((code) =>
		bestThreshold(
			ofKind(code).map((at) => {
				const p = chance(at, code);
				const rivals = categoriesOf[examples[at]!.kind].map((rival) => chance(at, rival));
				return {
					p,
					isFirst: p >= Math.max(...rivals),
					isLabelled: examples[at]!.categories.includes(code)
				};
			})
		)
	);
	return { kind, categories, thresholds };
}

/**
 * Compliments are few, and those by an unknown hand are missed sooner than complaints: the turning
 * point is drawn three quarters of the way to where both kinds are told best, by the mean of their F1.
 */
function fitKind(scores: readonly number[], target: readonly number[]): [number, number] {
	const [slope, shift] = fitCurve(scores, target);
	let [best, bestF1] = [0, -1];
	for (let p = 0.1; p <= 0.7; p += 0.02) {
		const turn = (Math.log(p / (1 - p)) - shift) / slope;
		const f1 = (f1OfSide(scores, target, turn, 1) + f1OfSide(scores, target, turn, 0)) / 2;
		if (f1 > bestF1) [best, bestF1] = [turn, f1];
	}
	const turn = best * 0.75 - (shift / slope) * 0.25;
	return [slope, -slope * turn];
}

/** F1 of one side, when all scores from the turn on are taken for the upper one. */
function f1OfSide(
	scores: readonly number[],
	target: readonly number[],
	turn: number,
	side: 0 | 1
): number {
	let [hits, shown, wanted] = [0, 0, 0];
	scores.forEach((score, at) => {
		const isShown = score >= turn === (side === 1);
		const isWanted = target[at] === side;
		if (isShown) shown++;
		if (isWanted) wanted++;
		if (isShown && isWanted) hits++;
	});
	return (2 * hits) / Math.max(1, shown + wanted);
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
