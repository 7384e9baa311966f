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

/**
 * A count, and the lines it lies in, by number: counts in the same line add up to a published
 * total. Between equal counts the one that comes first in the table is hidden first.
 */
export type Cell = { readonly count: number; readonly lines: readonly number[] };

/** The cells whose count must not be shown. The order of the cells must not depend on the question. */
export function suppressed<AnyCell extends Cell>(cells: readonly AnyCell[]): Set<AnyCell> {
	const hidden = new Set(cells.filter(({ count }) => count > 0 && count < threshold));
	if (hidden.size === 0) return hidden;
	const lines = new Map<number, AnyCell[]>();
	for (const cell of cells) {
		for (const number of cell.lines) {
			const line = lines.get(number);
			if (line) line.push(cell);
			else lines.set(number, [cell]);
		}
	}
	const unsafe = new Set<number>();
	for (const cell of hidden) for (const number of cell.lines) unsafe.add(number);
	// A set hands out what is added while it is walked, so this goes on until all lines are safe.
	for (const number of unsafe) {
		for (const cell of coverFor(lines.get(number)!, hidden)) {
			hidden.add(cell);
			for (const crossing of cell.lines) {
				if (crossing === number) continue;
				unsafe.delete(crossing);
				unsafe.add(crossing);
			}
		}
	}
	return hidden;
}

/** What to hide besides, so that the line gives nothing away: the smallest counts first. */
function coverFor<AnyCell extends Cell>(line: AnyCell[], hidden: Set<AnyCell>): AnyCell[] {
	let sum = 0;
	let size = 0;
	const candidates: AnyCell[] = [];
	for (const cell of line) {
		if (hidden.has(cell)) {
			sum += cell.count;
			size += 1;
		} else candidates.push(cell);
	}
	const isSafe = () => size > 1 && sum >= threshold;
	if (isSafe()) return [];
	const cover: AnyCell[] = [];
	for (const cell of candidates.sort(byUse)) {
		// Hiding a nought helps only to keep company, not to fill the sum.
		if (isSafe() || (cell.count === 0 && size > 1)) break;
		cover.push(cell);
		sum += cell.count;
		size += 1;
	}
	return cover;
}

/** Smallest first, noughts last. Sorting is stable, so equal counts keep the order of the table. */
function byUse(a: Cell, b: Cell): number {
	return (a.count || Infinity) - (b.count || Infinity) || 0;
}
