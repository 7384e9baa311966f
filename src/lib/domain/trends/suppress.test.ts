import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressed, threshold, type Cell } from './suppress.ts';

/** A table of two dimensions, with the totals of its rows (0, 1, …) and columns (100, 101, …). */
const table = (rows: number[][]): Cell[] =>
	rows.flatMap((row, r) => row.map((count, c) => ({ count, lines: [r, 100 + c] })));

const show = (rows: number[][]) => {
	const cells = table(rows);
	const hidden = suppressed(cells);
	return rows.map((row, r) =>
		row.map((count, c) => (hidden.has(cells[r * row.length + c]!) ? null : count))
	);
};

describe('counts of 1 to 4', () => {
	test('are hidden, noughts and fives are not', () => {
		const cells = [0, 1, 4, 5, 90].map((count) => ({ count, lines: [] }));
		const hidden = suppressed(cells);
		expect(cells.filter((cell) => hidden.has(cell)).map(({ count }) => count)).toEqual([1, 4]);
	});

	test('cannot be had by taking the others from the total of the row', () => {
		const [row] = show([[3, 40, 9, 12]]);
		expect(row).toEqual([null, 40, null, 12]);
	});

	test('cannot be had as a sum either: two hidden ones together are five or more', () => {
		const [row] = show([[1, 2, 30, 8]]);
		expect(row).toEqual([null, null, 30, null]);
	});

	test('cannot be had through the column of what was hidden for their sake', () => {
		const shown = show([
			[3, 7, 50],
			[20, 30, 40],
			[60, 70, 80]
		]);
		for (const line of [...shown, ...shown[0]!.map((_, c) => shown.map((row) => row[c]!))]) {
			expect(line.filter((count) => count === null)).not.toHaveLength(1);
		}
	});
});

test('whatever the table, no published line gives away a hidden count', () => {
	const rows = fc.integer({ min: 1, max: 6 }).chain((width) =>
		fc.array(
			fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.nat(200)), {
				minLength: width,
				maxLength: width
			}),
			{ minLength: 1, maxLength: 6 }
		)
	);
	fc.assert(
		fc.property(rows, (counts) => {
			const cells = table(counts);
			const hidden = suppressed(cells);
			const lines = Map.groupBy(
				cells.flatMap((cell) => cell.lines.map((line) => ({ line, cell }))),
				({ line }) => line
			);
			for (const line of lines.values()) {
				const secret = line.filter(({ cell }) => hidden.has(cell)).map(({ cell }) => cell.count);
				const total = line.reduce((sum, { cell }) => sum + cell.count, 0);
				if (secret.length === 0 || total < threshold) continue;
				expect(secret.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(threshold);
				if (line.length > 1) expect(secret.length).toBeGreaterThan(1);
			}
		})
	);
});
