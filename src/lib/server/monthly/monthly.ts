import { z } from 'zod';
import {
	lastDayOfMonth,
	monthFigures,
	monthsBefore,
	type MonthFigures
} from '#lib/domain/monthly/month-figures.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { toQuestion, type Dimension } from '#lib/domain/trends/question.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { threshold } from '#lib/domain/trends/suppress.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { loadPublic } from '../trends/trends.ts';

/*
 * The report on a month. Before its release it is made from the figures as they are; what is
 * released stays as it was. Either way with the figures that the public may see: who reviews it
 * reads what the public will read.
 */

const shownMonths = 13;

/** The figures of a month as the public may see them. */
export async function figuresOf(desk: Desk, month_on: string): Promise<MonthFigures> {
	const from = monthsBefore(month_on, shownMonths - 1);
	const to = lastDayOfMonth(month_on);
	const trendBy = (group_by: Dimension, kind?: 'complaint') =>
		loadPublic(desk, toQuestion({ from, to, interval: 'month', group_by, kind }, desk.now()));
	const [byKind, byCategory, bySector, answers, signals] = await Promise.all([
		trendBy('kind'),
		trendBy('category', 'complaint'),
		trendBy('sector', 'complaint'),
		answersOf(desk, month_on, to),
		desk.service.rpc('count_signals', { first_on: month_on, last_on: to })
	]);
	return monthFigures.parse({
		month_on,
		byKind,
		byCategory,
		bySector,
		answers,
		signals: unwrap('count_signals', signals)
	});
}

const countedAnswers = z.object({ due: z.number(), answered: z.number(), in_time: z.number() });

/** Null where a part of the whole would tell of a few. */
async function answersOf(desk: Desk, first_on: string, last_on: string) {
	const as_of = desk.now().toISOString();
	const answer = await desk.service.rpc('count_answers_of_all', { first_on, last_on, as_of });
	const counted = countedAnswers.parse(unwrap('count_answers_of_all', answer));
	const { due, answered, in_time } = counted;
	const parts = [due - answered, in_time, answered - in_time];
	const isSmall = due < threshold || parts.some((part) => part > 0 && part < threshold);
	return isSmall ? null : counted;
}

const released = z.object({
	month_on: z.string(),
	left_out: z.array(z.string()),
	note: z.string().nullable(),
	released_at: z.string(),
	figures: monthFigures
});

/** A report as it was released. */
export type ReleasedReport = z.infer<typeof released>;

/** The report on a month, if it was released. */
export async function readReleased(
	client: Client,
	month_on: string
): Promise<ReleasedReport | null> {
	const { data, error } = await client.rpc('read_monthly_report', { month_on });
	if (error) throw toError('read_monthly_report', error);
	return data === null ? null : released.parse(data);
}

/** The months whose report was released, newest first. */
export async function listReleased(client: Client): Promise<string[]> {
	const answer = await client.rpc('list_monthly_reports');
	return z.array(z.string()).parse(unwrap('list_monthly_reports', answer));
}

/** The last months that are over, newest first. */
export function monthsOver(desk: Pick<Desk, 'now'>, most = 12): string[] {
	const running = `${dayOf(desk.now()).slice(0, 7)}-01`;
	return Array.from({ length: most }, (_, index) => monthsBefore(running, index + 1));
}

/**
 * Releases the report on a month: from now on everybody reads it, as it is now.
 * @throws Refused `not_allowed`, `month_not_over`, `month_released`
 */
export async function release(
	desk: Desk,
	client: Client,
	month_on: string,
	{ left_out, note }: { left_out: string[]; note?: string }
): Promise<void> {
	const written = note ? mask(plainText(note)) : undefined;
	unwrap(
		'release_monthly_report',
		await client.rpc('release_monthly_report', { month_on, left_out, note: written })
	);
	const figures = await figuresOf(desk, month_on);
	unwrap('keep_month_figures', await desk.service.rpc('keep_month_figures', { month_on, figures }));
}
