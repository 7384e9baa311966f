import { threshold } from '../trends/suppress.ts';

/*
 * The reports of a month as rows that nobody is known by: k-anonymity (Sweeney, "k-anonymity: a
 * model for protecting privacy", 2002) with k = 5 over every column, by local recoding. Reports
 * that are alike are followed from kind down to province, as in a tree. Wherever a column would
 * tell fewer than five apart, it is left untold for them, together with at least one other value,
 * until those left untold are five or more: so what is told, taken from the whole, leaves no small
 * number either.
 *
 * The trends tell exact counts of a month. So no count that they may tell, less the rows in which
 * it is told here, may be 1 to 4: then rows of that count are left untold too, and again, until
 * there is none.
 */

/** From what is told first to what is left out first. */
export const openColumns = ['kind', 'channel', 'category', 'sector', 'province'] as const;

/** Stands for what is not told, which is something else than not known. */
export const untold = '*';

/** Reports alike: their values in the order of the columns, and how many there are. */
export type Group = { values: readonly string[]; count: number };

/** The trends tell counts by at most so many dimensions at once. */
const mostDimensions = 3;

/** @returns groups of five or more, in fixed order; all together they are all reports, or none. */
export function anonymise(counted: readonly Group[]): Group[] {
	const groups = [...counted].sort(byValues);
	const columnsTold = groups.map((): number => openColumns.length);
	for (;;) {
		tellApart(groups, columnsTold);
		const tooMuch = toldTooMuch(groups, columnsTold);
		if (tooMuch.length === 0) break;
		for (const { index, depth } of tooMuch) {
			columnsTold[index] = Math.min(columnsTold[index]!, depth);
		}
	}
	return merged(groups, columnsTold);
}

const byValues = (a: Group, b: Group) => (a.values.join('\0') < b.values.join('\0') ? -1 : 1);

/** Lowers how many columns of each group are told until every set that is told apart is safe. */
function tellApart(groups: readonly Group[], columnsTold: number[]) {
	walk(
		groups.map((_, index) => index),
		0
	);

	function walk(members: readonly number[], depth: number): void {
		if (depth === openColumns.length) return;
		const branches = new Map<string, number[]>();
		const left: number[] = [];
		for (const index of members) {
			if (columnsTold[index]! <= depth) left.push(index);
			else append(branches, groups[index]!.values[depth]!, index);
		}
		const size = (indices: readonly number[]) =>
			indices.reduce((sum, index) => sum + groups[index]!.count, 0);
		const bySize = [...branches].sort(
			([a, some], [b, others]) => size(some) - size(others) || (a < b ? -1 : 1)
		);
		const values = new Set(left.map((index) => groups[index]!.values[depth]!));
		for (const [value, indices] of bySize) {
			const isSmall = size(indices) < threshold;
			const rest = size(left);
			const needsCompany = rest > 0 && (rest < threshold || values.size < 2);
			if (!isSmall && !needsCompany) continue;
			for (const index of indices) columnsTold[index] = depth;
			left.push(...indices);
			values.add(value);
			branches.delete(value);
		}
		for (const indices of branches.values()) walk(indices, depth + 1);
	}
}

/** For each count of which too little is left untold: the smallest group to leave untold as well. */
function toldTooMuch(groups: readonly Group[], columnsTold: readonly number[]) {
	return subsets.flatMap((columns) => {
		const deepest = columns.at(-1)! + 1;
		const totals = new Map<string, { count: number; hidden: number; told?: number }>();
		groups.forEach(({ values, count }, index) => {
			const key = columns.map((column) => values[column]).join('\0');
			const total = totals.get(key) ?? { count: 0, hidden: 0 };
			totals.set(key, total);
			total.count += count;
			if (columnsTold[index]! < deepest) total.hidden += count;
			else if (total.told === undefined || count < groups[total.told]!.count) total.told = index;
		});
		return [...totals.values()]
			.filter(({ count, hidden }) => count >= threshold && hidden > 0 && hidden < threshold)
			.map(({ told }) => ({ index: told!, depth: deepest - 1 }));
	});
}

/** Every choice of one to three columns. */
const subsets: number[][] = openColumns
	.reduce<number[][]>(
		(chosen, _, column) => [...chosen, ...chosen.map((before) => [...before, column])],
		[[]]
	)
	.filter(({ length }) => length > 0 && length <= mostDimensions);

function merged(groups: readonly Group[], columnsTold: readonly number[]): Group[] {
	const counts = new Map<string, number>();
	groups.forEach(({ values, count }, index) => {
		const key = values
			.map((value, column) => (column < columnsTold[index]! ? value : untold))
			.join('\0');
		counts.set(key, (counts.get(key) ?? 0) + count);
	});
	return (
		[...counts]
			.map(([key, count]) => ({ values: key.split('\0'), count }))
			// Only a month that has fewer than five in all.
			.filter(({ count }) => count >= threshold)
			.sort(byValues)
	);
}

function append(branches: Map<string, number[]>, value: string, index: number) {
	const known = branches.get(value);
	if (known) known.push(index);
	else branches.set(value, [index]);
}
