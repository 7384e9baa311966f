import { addDays } from '#lib/domain/calendar/days.ts';
import type { TrendsQuestion } from '#lib/domain/trends/question.ts';
import * as committee from '../reports/committee.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import { loadExact } from './trends.ts';

/** What stands in the counts for reports whose organisation nobody knows. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** More held reports than this are not counted one by one. */
export const mostHeld = 200;

export type Comparison = {
	key: 'complaints' | 'compliments' | 'unattributed' | 'held';
	now: number;
	before: number;
	/** There are more than could be counted. */
	isCapped: boolean;
};

export type Span = { from: string; to: string };

/** A number of days up to today, and as many before that. */
export function spansOf(days: number, today: string): { now: Span; before: Span } {
	const from = addDays(today, 1 - days);
	return {
		now: { from, to: today },
		before: { from: addDays(from, -days), to: addDays(from, -1) }
	};
}

/** How a number of days compares with as many days before. */
export async function comparePeriods(
	desk: Desk,
	client: Client,
	{ now, before }: { now: Span; before: Span }
): Promise<Comparison[]> {
	const whole: TrendsQuestion = {
		from: before.from,
		to: now.to,
		interval: 'day',
		group_by: 'kind',
		filters: {},
		organisation: undefined
	};
	const [byKind, unattributed, held] = await Promise.all([
		loadExact(desk, client, whole),
		loadExact(desk, client, { ...whole, group_by: 'none', organisation: nobody }),
		committee.listReports(
			client,
			{ state: 'held', first_on: before.from, last_on: now.to },
			{ most: mostHeld }
		)
	]);
	const compare = (
		key: Comparison['key'],
		days: { on: string; count: number | null }[],
		isCapped = false
	): Comparison => {
		const sum = ({ from, to }: Span) =>
			days
				.filter(({ on }) => on >= from && on <= to)
				.reduce((total, { count }) => total + (count ?? 0), 0);
		return { key, now: sum(now), before: sum(before), isCapped };
	};
	const daysOf = (trends: typeof byKind, key: string) =>
		(trends.series.find((series) => series.key === key)?.points ?? []).map(({ period, count }) => ({
			on: period,
			count
		}));
	return [
		compare('complaints', daysOf(byKind, 'complaint')),
		compare('compliments', daysOf(byKind, 'compliment')),
		compare('unattributed', daysOf(unattributed, 'total')),
		compare(
			'held',
			held.map(({ counted_on }) => ({ on: counted_on, count: 1 })),
			held.length === mostHeld
		)
	];
}
