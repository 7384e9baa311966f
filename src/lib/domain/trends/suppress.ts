/*
 * Small counts are not published, and must not follow from what is. A count is hidden when it is
 * 1 to 4 (primary suppression), and further counts are hidden until no total that can be asked for
 * gives a hidden one away by subtraction (secondary suppression): wherever counts add up to a
 * published total (a line), either none is hidden, or at least two are and together they are 5 or
 * more. See Hundepool et al., Statistical Disclosure Control (2012), ch. 4, on tables of counts.
 *
 * Which counts are hidden depends on the whole table alone, never on the part that is asked for, so
 * two questions about the same table cannot be played off against one another.
 */

export const threshold = 5;

/** One combination of values, one per dimension of the table, and its count in one period. */
export type Cell = { values: readonly string[]; period: string; count: number };

/** Names the lines a cell lies in: cells that share a name add up to a published total. */
export type LinesOf = (cell: Cell) => string[];

/** The cells whose count must not be shown. */
export function suppressed(cells: readonly Cell[], linesOf: LinesOf): Set<Cell> {
	const lines = new Map<string, Cell[]>();
	const linesThrough = new Map<Cell, Cell[][]>();
	for (const cell of cells) {
		const through: Cell[][] = [];
		for (const name of linesOf(cell)) {
			const line = lines.get(name) ?? [];
			lines.set(name, line);
			line.push(cell);
			through.push(line);
		}
		linesThrough.set(cell, through);
	}

	const hidden = new Set(cells.filter(({ count }) => count > 0 && count < threshold));
	const unsafe = new Set<Cell[]>();
	for (const cell of hidden) linesThrough.get(cell)!.forEach((line) => unsafe.add(line));
	// A set hands out what is added while it is walked, so this goes on until all lines are safe.
	for (const line of unsafe) {
		for (const cell of coverFor(line, hidden)) {
			hidden.add(cell);
			for (const crossing of linesThrough.get(cell)!) {
				if (crossing === line) continue;
				unsafe.delete(crossing);
				unsafe.add(crossing);
			}
		}
	}
	return hidden;
}

/** What to hide besides, so that the line gives nothing away: the smallest counts first. */
function coverFor(line: Cell[], hidden: Set<Cell>): Cell[] {
	const already = line.filter((cell) => hidden.has(cell));
	let sum = already.reduce((total, { count }) => total + count, 0);
	let size = already.length;
	const cover: Cell[] = [];
	const candidates = line.filter((cell) => !hidden.has(cell)).sort(coversBefore);
	for (const cell of candidates) {
		if (size > 1 && sum >= threshold) break;
		// Hiding a nought helps only to keep company, not to fill the sum.
		if (cell.count === 0 && size > 1) break;
		cover.push(cell);
		sum += cell.count;
		size += 1;
	}
	return cover;
}

/** Smallest first, noughts last; by name where counts are equal, so that the choice is always the same. */
function coversBefore(a: Cell, b: Cell): number {
	if ((a.count === 0) !== (b.count === 0)) return a.count === 0 ? 1 : -1;
	if (a.count !== b.count) return a.count - b.count;
	const [left, right] = [a, b].map(({ period, values }) => [period, ...values].join('\0'));
	return left! < right! ? -1 : left! > right! ? 1 : 0;
}
