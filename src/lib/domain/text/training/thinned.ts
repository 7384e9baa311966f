import type { Rows } from './logistic.ts';

/** Between 0 and 1, and always the same for the same cell of the same copy. */
function chance(row: number, cell: number, copy: number): number {
	let mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(cell + 1, 0x85ebca6b);
	mixed = Math.imul(mixed ^ Math.imul(copy + 1, 0xc2b2ae35), 0x27d4eb2f);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	mixed ^= mixed >>> 13;
	return (mixed >>> 0) / 2 ** 32;
}

/** Room for the copies of these rows, to be filled again for every fit: making it anew costs more. */
export function roomForCopies(rows: Rows, chosen: readonly number[], copies: number): Rows {
	const cells = chosen.reduce((sum, row) => sum + rows.starts[row + 1]! - rows.starts[row]!, 0);
	return {
		starts: new Int32Array(copies * chosen.length + 1),
		columns: new Int32Array(copies * cells),
		values: new Float32Array(copies * cells),
		width: rows.width
	};
}

/**
 * Each chosen row several times, every time without another share of its features, the rest made as
 * much stronger (dropout: Wang and Manning, "Fast dropout training", ICML 2013). What is learnt then
 * leans on no single word, so that a text which lacks that word is still told.
 */
export function thinCopies(
	rows: Rows,
	chosen: readonly number[],
	strengths: Float64Array,
	{ copies, dropShare }: { copies: number; dropShare: number },
	drawnBefore: number,
	into: Rows
): void {
	let [filled, place] = [0, 0];
	for (let copy = 0; copy < copies; copy++) {
		for (const row of chosen) {
			const first = rows.starts[row]!;
			for (let cell = first; cell < rows.starts[row + 1]!; cell++) {
				if (chance(row, cell - first, drawnBefore + copy) < dropShare) continue;
				const column = rows.columns[cell]!;
				into.columns[filled] = column;
				into.values[filled++] = (rows.values[cell]! * strengths[column]!) / (1 - dropShare);
			}
			into.starts[++place] = filled;
		}
	}
}
