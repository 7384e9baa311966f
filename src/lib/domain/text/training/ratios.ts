import type { Rows } from './logistic.ts';

/**
 * How much more often a feature stands on one side than on the other: the log-count ratio of
 * naive Bayes (Wang and Manning, 2012), softened to `share`. Features that tell the sides apart may then
 * grow a weight sooner than those that stand on both, which helps where texts are few.
 */
export function tellingRatios(
	rows: Rows,
	chosen: readonly number[],
	target: readonly number[],
	share: number
): Float64Array {
	const sides = [0, 1].map(() => ({ texts: 2, counts: new Float64Array(rows.width).fill(1) }));
	chosen.forEach((row, at) => {
		const side = sides[target[at]! > 0.5 ? 1 : 0]!;
		side.texts++;
		for (let cell = rows.starts[row]!; cell < rows.starts[row + 1]!; cell++) {
			side.counts[rows.columns[cell]!]!++;
		}
	});
	const [no, yes] = sides as [(typeof sides)[number], (typeof sides)[number]];
	return no.counts.map((count, column) => {
		const ratio = Math.log(yes.counts[column]! / yes.texts / (count / no.texts));
		return 1 - share + share * Math.abs(ratio);
	});
}
