import { letterOf, periodIndex, type ChartMark, type ChartSeries } from '#lib/charts/chart-rows.ts';
import { formatMonth, formatShortDay } from '#lib/i18n/format-short.ts';

type Labelled = { label_nl: string; label_en: string };

/** Counts per period as the server answers them. */
export type Trends = {
	interval: string;
	from: string;
	to: string;
	group_by: string;
	/** Counts below it are hidden; null when none are. */
	threshold: number | null;
	series: ({ key: string; points: { period: string; count: number | null }[] } & Labelled)[];
};

/** A date on which a law, a code or its supervision changed. */
export type Annotation = { code: string; starts_on: string } & Labelled;

export const labelIn = (row: Labelled, locale: string) =>
	locale === 'en' ? row.label_en : row.label_nl;

/** The first days of the periods. */
export const periodsOf = ({ series }: Trends) =>
	series[0]?.points.map(({ period }) => period) ?? [];

/** A period as the reader knows it: a month by its name, a day or a week by its first day. */
export function formatPeriod(period: string, interval: string, locale: string): string {
	return interval === 'month' ? formatMonth(period, locale) : formatShortDay(period, locale);
}

export function chartSeries(trends: Trends, locale: string): ChartSeries[] {
	return trends.series.map((series) => ({
		key: series.key,
		label: labelIn(series, locale),
		counts: series.points.map(({ count }) => count)
	}));
}

/** The dates of the law that fall within the trends. */
export function chartMarks(
	trends: Trends,
	annotations: readonly Annotation[],
	locale: string
): ChartMark[] {
	const periods = periodsOf(trends);
	return annotations
		.map((annotation) => ({
			index: periodIndex(periods, trends.to, annotation.starts_on),
			label: `${formatShortDay(annotation.starts_on, locale)}: ${labelIn(annotation, locale)}`
		}))
		.filter(({ index }) => index >= 0)
		.map((mark, position) => ({ ...mark, letter: letterOf(position) }));
}

/** Compared side by side rather than followed through time: too many for lines. */
export const formOf = (group_by: string) =>
	group_by === 'sector' || group_by === 'province' ? ('bar' as const) : ('line' as const);

export const hasHidden = ({ series }: Trends) =>
	series.some(({ points }) => points.some(({ count }) => count === null));

export const isEmpty = ({ series }: Trends) =>
	series.every(({ points }) => points.every(({ count }) => count === 0));
