import { fitPrior, shrink } from '../surveillance/gamma-poisson.ts';

export type CategoryCell = { organisation_id: string; category: string; observed: number };

export type Disproportionate = CategoryCell & {
	expected: number;
	/** So many reports would still be no more than twice as many. */
	bound: number;
	/** The lower end of the shrunk ratio. */
	score: number;
};

/** The usual line of pharmacovigilance: at least twice as often, with 95% certainty. */
const leastRatio = 2;
const leastReports = 5;
/** Fewer cells do not tell what is usual. */
const leastCells = 30;

/**
 * Categories that are reported far more often about one organisation than about the others, given
 * how many reports it has: what it does differently, not how large it is.
 */
export function findDisproportion(cells: readonly CategoryCell[]): Disproportionate[] {
	const byOrganisation = sums(cells, ({ organisation_id }) => organisation_id);
	const byCategory = sums(cells, ({ category }) => category);
	const observed = new Map(cells.map((cell) => [cell.organisation_id + cell.category, cell]));
	const all = [...byOrganisation.values()].reduce((sum, count) => sum + count, 0);
	const table = [...byOrganisation].flatMap(([organisation_id, ofOrganisation]) =>
		[...byCategory].map(([category, ofCategory]) => ({
			organisation_id,
			category,
			observed: observed.get(organisation_id + category)?.observed ?? 0,
			expected: (ofOrganisation * ofCategory) / all
		}))
	);
	if (table.length < leastCells) return [];
	const prior = fitPrior(table);
	return table
		.filter((cell) => cell.observed >= leastReports && cell.observed > leastRatio * cell.expected)
		.map((cell) => ({
			...cell,
			bound: leastRatio * cell.expected,
			score: shrink(cell, prior).eb05
		}))
		.filter(({ score }) => score >= leastRatio);
}

function sums(cells: readonly CategoryCell[], keyOf: (cell: CategoryCell) => string) {
	const found = new Map<string, number>();
	for (const cell of cells) found.set(keyOf(cell), (found.get(keyOf(cell)) ?? 0) + cell.observed);
	return found;
}
