import { categoriesOf, kindOf, type CategoryCode } from '../categories.ts';
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
	const kind = fitCurve(
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
