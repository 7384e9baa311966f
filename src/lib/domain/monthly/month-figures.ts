import { z } from 'zod';

/* What a monthly report is written from. A count that is too small to be shown is null. */

const series = z.object({
	key: z.string(),
	label_nl: z.string(),
	label_en: z.string(),
	points: z.array(z.object({ period: z.string(), count: z.number().nullable() }))
});
const trends = z.object({
	interval: z.string(),
	from: z.string(),
	to: z.string(),
	group_by: z.string(),
	threshold: z.number().nullable(),
	series: z.array(series)
});

export const monthFigures = z.object({
	/** The first day of the month. */
	month_on: z.string(),
	byKind: trends,
	byCategory: trends,
	bySector: trends,
	/** Null where a share would tell of a few; `due` are complaints whose term to answer is over. */
	answers: z.object({ due: z.number(), answered: z.number(), in_time: z.number() }).nullable(),
	/** Signals that were raised in the month; null as long as nobody counts them. */
	signals: z.number().nullable()
});

export type MonthFigures = z.infer<typeof monthFigures>;
export type MonthSeries = z.infer<typeof series>;

/** Whether a text is a month: `2026-07`. */
export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** So many months before the month that begins on a day. */
export function monthsBefore(monthOn: string, months: number): string {
	const [year, month] = monthOn.split('-').map(Number) as [number, number];
	const index = year * 12 + month - 1 - months;
	return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The last day of the month that begins on a day. */
export function lastDayOfMonth(monthOn: string): string {
	const next = Date.parse(`${monthsBefore(monthOn, -1)}T00:00:00Z`);
	return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
