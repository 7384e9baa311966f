import { z } from 'zod';
import { dayOf } from '../calendar/amsterdam.ts';
import { addDays, addMonths, daysBetween, isDay, monthOf, weekOf } from '../calendar/days.ts';
import { categories, channels, kinds, sectors } from '../report/taxonomy.ts';

/** What the trends can be told apart by, and what they can be narrowed to. */
export const dimensions = ['kind', 'channel', 'category', 'sector', 'province'] as const;
export type Dimension = (typeof dimensions)[number];

export const intervals = ['day', 'week', 'month'] as const;
export type Interval = (typeof intervals)[number];

const empty = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <Type extends z.ZodType>(type: Type) => z.preprocess(empty, type.optional());
const day = optional(z.string().refine(isDay, { error: 'error_date' }));

/** The filters as they stand in the address of the page and of the API. */
export const trendsQuery = z.object({
	from: day,
	to: day,
	interval: optional(z.enum(intervals, { error: 'error_interval' })),
	group_by: optional(z.enum(['none', ...dimensions], { error: 'error_group_by' })),
	kind: optional(z.enum(kinds, { error: 'error_kind' })),
	channel: optional(z.enum(channels, { error: 'error_channel' })),
	category: optional(z.enum(categories, { error: 'error_category' })),
	sector: optional(z.enum(sectors, { error: 'error_sector' })),
	province: optional(z.string().regex(/^[A-Z]{2}$/, { error: 'error_province' })),
	organisation: optional(z.uuid({ error: 'error_organisation' }))
});

export type TrendsQuery = z.output<typeof trendsQuery>;

export type TrendsQuestion = {
	/** Whole periods: the first day of the first one and the last day of the last one. */
	from: string;
	to: string;
	interval: Interval;
	group_by: 'none' | Dimension;
	filters: Partial<Record<Dimension, string>>;
	organisation: string | undefined;
};

/** More points than this in one series is a table, not a trend. */
const mostPeriods = 400;

/**
 * The question that a query asks: a year by month unless it says otherwise, widened to whole
 * periods. Too many periods, or an end before the beginning, is a RangeError.
 */
export function toQuestion(query: TrendsQuery, now: Date): TrendsQuestion {
	const interval = query.interval ?? 'month';
	const to = lastOf(interval, query.to ?? dayOf(now));
	const from = firstOf(interval, query.from ?? addMonths(query.to ?? dayOf(now), -11));
	if (from > to) throw new RangeError('error_period_reversed');
	if (periodsBetween(interval, from, to, mostPeriods + 1).length > mostPeriods) {
		throw new RangeError('error_period_too_long');
	}
	const filters: TrendsQuestion['filters'] = {};
	for (const dimension of dimensions) {
		const value = query[dimension];
		if (value !== undefined) filters[dimension] = value;
	}
	return {
		from,
		to,
		interval,
		group_by: query.group_by ?? 'none',
		filters,
		organisation: query.organisation
	};
}

/** The first day of the period a day lies in. */
export function firstOf(interval: Interval, day: string): string {
	return interval === 'month' ? monthOf(day) : interval === 'week' ? weekOf(day) : day;
}

/** The last day of the period a day lies in. */
export function lastOf(interval: Interval, day: string): string {
	return addDays(nextOf(interval, firstOf(interval, day)), -1);
}

/** The first days of all periods from one day to another, `most` of them at the most. */
export function periodsBetween(
	interval: Interval,
	from: string,
	to: string,
	most = Infinity
): string[] {
	const periods: string[] = [];
	for (
		let period = firstOf(interval, from);
		period <= to && periods.length < most;
		period = nextOf(interval, period)
	) {
		periods.push(period);
	}
	return periods;
}

/** How many periods one comes after another; negative when it comes before. Both by their first days. */
export function periodNumber(interval: Interval, first: string, period: string): number {
	if (interval === 'month') return monthNumber(period) - monthNumber(first);
	return daysBetween(first, period) / (interval === 'week' ? 7 : 1);
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function nextOf(interval: Interval, first: string): string {
	if (interval === 'month') return addMonths(first, 1);
	return addDays(first, interval === 'week' ? 7 : 1);
}
