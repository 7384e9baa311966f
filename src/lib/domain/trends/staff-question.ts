import { z } from 'zod';
import { dayOf } from '../calendar/amsterdam.ts';
import { addDays, addMonths, daysBetween } from '../calendar/days.ts';
import { parseCallerNumber } from '../phone-number/parse-phone-number.ts';
import { firstOf, lastOf, toQuestion, trendsQuery, type Interval } from './question.ts';
import type { TrendsIssue } from './ask.ts';

/** How far it is known who reports: nothing, an address, or an address that was proven. */
export const verifications = ['none', 'email', 'proven'] as const;

/** What a period is compared with. */
export const comparisons = ['before', 'year'] as const;
export type CompareWith = (typeof comparisons)[number];

const optional = <Type extends z.ZodType>(type: Type) =>
	z.preprocess((value) => (value === '' ? undefined : value), type.optional());

/** A whole number, or how numbers begin: `085 12*`, or anything that is too short to be one. */
export const numberOrPrefix = z.string().transform((typed, context) => {
	const number = typed.includes('*') ? null : parseCallerNumber(typed);
	if (number?.e164) return { number: number.e164 };
	const digits = typed.replace(/[\s().*-]/g, '');
	const prefix = digits.startsWith('+') ? digits : digits.replace(/^00/, '+').replace(/^0/, '+31');
	if (/^\+\d{3,15}$/.test(prefix)) return { number_prefix: prefix };
	context.addIssue({ code: 'custom', message: 'error_number_or_prefix' });
	return z.NEVER;
});

export const subCategoryCode = z
	.string()
	.regex(/^[A-Z]{3}-[TDS]?[1-9]$/, { error: 'error_category' });

/** What staff can ask, as it stands in the address of the dashboard. */
export const staffQuery = trendsQuery.omit({ group_by: true, organisation: true }).extend({
	compare: optional(z.enum(comparisons, { error: 'error_refused' })),
	sub_category: optional(subCategoryCode),
	verification: optional(z.enum(verifications, { error: 'error_refused' })),
	/** A name: the organisation it belongs to is looked up. */
	organisation: optional(z.string().max(120, { error: 'error_too_long' })),
	number: optional(numberOrPrefix)
});

export type StaffFilters = Partial<
	Record<
		| 'kind'
		| 'channel'
		| 'category'
		| 'sub_category'
		| 'sector'
		| 'province'
		| 'organisation_id'
		| 'number'
		| 'number_prefix'
		| 'verification',
		string
	>
>;

export type Range = { from: string; to: string };

export type StaffQuestion = Range & {
	interval: Interval;
	/** What it is compared with: as many whole periods, before or a year before. */
	compared: Range | null;
	compare: CompareWith | null;
	filters: StaffFilters;
	/** As it was typed; `organisation_id` is for who looks it up. */
	organisation: string | null;
};

export type StaffAsked =
	{ ok: true; question: StaffQuestion } | { ok: false; issues: TrendsIssue[] };

/** Reads the question in the address of a dashboard, or tells what is wrong with it. */
export function askAsStaff(address: URLSearchParams, now: Date): StaffAsked {
	const read = staffQuery.safeParse(Object.fromEntries(address));
	if (!read.success) {
		const issues = read.error.issues.map(({ path, message }) => ({
			path: path.join('.'),
			message
		}));
		return { ok: false, issues };
	}
	const { from, to, interval, compare, organisation, number, sub_category, verification, ...rest } =
		read.data;
	const suits = interval ?? (from || to ? intervalFor(from, to, dayOf(now)) : 'month');
	try {
		const { filters, ...asked } = toQuestion({ from, to, interval: suits, ...rest }, now);
		const range = { from: asked.from, to: asked.to };
		return {
			ok: true,
			question: {
				...range,
				interval: asked.interval,
				compare: compare ?? null,
				compared: compare ? comparedRange(range, asked.interval, compare) : null,
				filters: {
					...filters,
					...number,
					...(sub_category && { sub_category }),
					...(verification && { verification })
				},
				organisation: organisation ?? null
			}
		};
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return { ok: false, issues: [{ path: 'from', message: error.message }] };
	}
}

/** Steps that suit a period: some twenty to sixty of them. */
export function intervalFor(
	from: string | undefined,
	to: string | undefined,
	today: string
): Interval {
	const days = from ? daysBetween(from, to ?? today) : 365;
	return days <= 62 ? 'day' : days <= 270 ? 'week' : 'month';
}

/** As many periods, right before or at the same time a year before. */
export function comparedRange(
	{ from, to }: Range,
	interval: Interval,
	compare: CompareWith
): Range {
	if (compare === 'year') {
		const first = firstOf(interval, addMonths(from, -12));
		if (interval === 'month') return { from: first, to: lastOf(interval, addMonths(to, -12)) };
		return { from: first, to: addDays(first, daysBetween(from, to)) };
	}
	if (interval === 'month') {
		const months = monthsBetween(from, to);
		return { from: addMonths(from, -months), to: addDays(from, -1) };
	}
	return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

const monthsBetween = (from: string, to: string) =>
	(Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
	Number(to.slice(5, 7)) -
	Number(from.slice(5, 7)) +
	1;
