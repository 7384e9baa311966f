/** What a chart shows: one row of counts a series, as long as there are periods. */
export type ChartSeries = {
	key: string;
	label: string;
	/** Null is a count that is not shown. */
	counts: readonly (number | null)[];
	/** Drawn thin, in the colour of the series it is compared with. */
	isFaint?: boolean;
	/** Which of the chart's colours, from 0; else the next one. */
	colour?: number;
};

/** A date that explains a bend, at the period it falls in. */
export type ChartMark = { index: number; letter: string; label: string };

export type ChartForm = 'line' | 'bar';

/** More lines than this nobody can follow; the table holds them all. */
export const mostLines = 6;
const mostBars = 12;

/** The sum of what is shown; `isWhole` when nothing was hidden. */
export function sumOf({ counts }: ChartSeries): { sum: number; isWhole: boolean } {
	return {
		sum: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
		isWhole: !counts.includes(null)
	};
}

/** The series a chart has room for: the largest ones, in the order they came for lines. */
export function drawnSeries(series: readonly ChartSeries[], form: ChartForm): ChartSeries[] {
	const largest = series.toSorted((a, b) => sumOf(b).sum - sumOf(a).sum);
	if (form === 'bar') return largest.filter((one) => sumOf(one).sum > 0).slice(0, mostBars);
	const kept = new Set(largest.slice(0, mostLines));
	return series.filter((one) => kept.has(one));
}

/** The period a day falls in, by the first days of the periods; -1 when it falls outside them. */
export function periodIndex(periods: readonly string[], last: string, day: string): number {
	if (day > last) return -1;
	return periods.findLastIndex((period) => period <= day);
}

/** The first of several dates is A. */
export const letterOf = (position: number) => String.fromCharCode(65 + (position % 26));
