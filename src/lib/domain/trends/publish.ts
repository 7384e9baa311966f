import { monthOf, weekOf } from '../calendar/amsterdam.ts';
import { kindOf, type CategoryCode } from '../report/taxonomy.ts';
import { suppressed, type Cell } from './suppress.ts';
import { firstOf, lastOf, type Dimension, type TrendsQuestion } from './question.ts';

/** Reports of one combination of values, in the periods that have any. */
export type CountedSeries = {
	values: Partial<Record<Dimension, string>>;
	counts: Record<string, number>;
};

/**
 * The table whose counts a question is about: its group and its filters are dimensions alike. A
 * category tells its kind, so beside it the kind is none.
 */
export function tableDimensions({ group_by, filters }: TrendsQuestion): Dimension[] {
	const asked = new Set<Dimension>(Object.keys(filters) as Dimension[]);
	if (group_by !== 'none') asked.add(group_by);
	if (asked.has('category')) asked.delete('kind');
	return [...asked].sort();
}

/**
 * The days to count for a question. Days add up to weeks and months, so around a question by day
 * whole weeks and months are counted, to hide the same days whatever part of them is asked for.
 */
export function tableRange({ interval, from, to }: TrendsQuestion): { from: string; to: string } {
	if (interval !== 'day') return { from, to };
	return {
		from: firstOf('week', firstOf('month', from)),
		to: lastOf('week', lastOf('month', to))
	};
}

/**
 * The counts with the hidden ones as null.
 * @param table every combination of the table, over all of its values
 */
export function publish(
	table: CountedSeries[],
	dimensions: Dimension[],
	{ interval, from, to }: TrendsQuestion,
	periods: string[]
): { values: CountedSeries['values']; counts: Map<string, number | null> }[] {
	const cells = new Map<CountedSeries, Map<string, Cell>>();
	for (const series of table) {
		const values = dimensions.map((dimension) => series.values[dimension] ?? '');
		cells.set(
			series,
			new Map(
				periods.map((period) => [period, { values, period, count: series.counts[period] ?? 0 }])
			)
		);
	}
	const hidden = suppressed(
		[...cells.values()].flatMap((ofSeries) => [...ofSeries.values()]),
		(cell) => linesOf(cell, dimensions, interval)
	);
	return table.map((series) => ({
		values: series.values,
		counts: new Map(
			[...cells.get(series)!.values()]
				.filter(({ period }) => period >= from && period <= to)
				.map((cell) => [cell.period, hidden.has(cell) ? null : cell.count])
		)
	}));
}

/** The totals that a count is part of: over each dimension, and of days over their week and month. */
function linesOf(cell: Cell, dimensions: Dimension[], interval: string): string[] {
	const lines = dimensions.map((dimension, index) => {
		const rest = cell.values.map((value, at) => {
			if (at !== index) return value;
			// Categories of one kind add up to the reports of that kind.
			return dimension === 'category' ? kindOf(value as CategoryCode) : '';
		});
		return [dimension, cell.period, ...rest].join('\0');
	});
	if (interval === 'day') {
		lines.push(['week', weekOf(cell.period), ...cell.values].join('\0'));
		lines.push(['month', monthOf(cell.period), ...cell.values].join('\0'));
	}
	return lines;
}
