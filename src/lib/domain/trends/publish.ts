import { monthOf, weekOf } from '../calendar/days.ts';
import { kindOf, type CategoryCode } from '../report/taxonomy.ts';
import { suppressed } from './suppress.ts';
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
	const lineOf = numberer();
	const wholeOf = numberer();
	const times = periods.map((period) => ({
		period,
		// Days add up to their week and their month.
		wholes: interval === 'day' ? [weekOf(period), `month ${monthOf(period)}`].map(wholeOf) : []
	}));
	// One small number for two: what is looked up by such a one is found fastest.
	const inPeriod = (line: number, index: number) => line * periods.length + index;
	const overPeriods = (line: number, whole: number) => -(line * (2 * periods.length + 1) + whole);
	const rows = inFixedOrder(table, dimensions).map((series) => {
		const sums = dimensions.map((dimension) =>
			lineOf(sumOver(dimension, dimensions, series.values))
		);
		const self = lineOf(dimensions.map((dimension) => series.values[dimension]).join('\0'));
		return {
			series,
			cells: times.map(({ period, wholes }, index) => ({
				period,
				count: series.counts[period] ?? 0,
				lines: [
					...sums.map((sum) => inPeriod(sum, index)),
					...wholes.map((whole) => overPeriods(self, whole))
				]
			}))
		};
	});
	const hidden = suppressed(rows.flatMap(({ cells }) => cells));
	return rows.map(({ series, cells }) => ({
		values: series.values,
		counts: new Map(
			cells
				.filter(({ period }) => period >= from && period <= to)
				.map((cell) => [cell.period, hidden.has(cell) ? null : cell.count])
		)
	}));
}

/** Names the total over one dimension that a series is part of. */
function sumOver(
	summed: Dimension,
	dimensions: Dimension[],
	values: CountedSeries['values']
): string {
	const rest = dimensions.map((dimension) => {
		if (dimension !== summed) return values[dimension];
		// Categories of one kind add up to the reports of that kind.
		return dimension === 'category' ? kindOf(values.category as CategoryCode) : '';
	});
	return [summed, ...rest].join('\0');
}

function inFixedOrder(table: CountedSeries[], dimensions: Dimension[]): CountedSeries[] {
	const nameOf = ({ values }: CountedSeries) =>
		dimensions.map((dimension) => values[dimension]).join('\0');
	return table
		.map((series) => ({ series, name: nameOf(series) }))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
		.map(({ series }) => series);
}

/** Gives every name a number of its own, from 1. */
function numberer(): (name: string) => number {
	const numbers = new Map<string, number>();
	return (name) => {
		const known = numbers.get(name) ?? numbers.size + 1;
		numbers.set(name, known);
		return known;
	};
}
