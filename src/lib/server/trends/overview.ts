import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { toQuestion, type Dimension, type Interval } from '#lib/domain/trends/question.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as taxonomy from '../register/taxonomy.ts';
import * as committee from '../reports/committee.ts';
import { comparePeriods, spansOf } from './compare-periods.ts';
import { loadExact } from './trends.ts';

/** The periods to choose from, in days, with the steps that suit a chart of them. */
const intervals: Record<number, Interval> = { 7: 'day', 28: 'day', 90: 'week', 365: 'month' };
const usualDays = 28;
const mostNewest = 12;

/** The front page of staff: this period against the one before, and what came in. */
export async function loadOverview(desk: Desk, client: Client, asked: number) {
	const days = asked in intervals ? asked : usualDays;
	const now = desk.now();
	const spans = spansOf(days, dayOf(now));
	const trendBy = (group_by: Dimension) =>
		loadExact(desk, client, toQuestion({ ...spans.now, interval: intervals[days], group_by }, now));
	const [known, comparison, attention, newest, ...trends] = await Promise.all([
		taxonomy.load(desk),
		comparePeriods(desk, client, spans),
		countAttention(client),
		committee.listReports(client, {}, { most: mostNewest }),
		trendBy('kind'),
		trendBy('category'),
		trendBy('sector')
	]);
	return {
		days,
		choosable: Object.keys(intervals).map(Number),
		spans,
		comparison,
		attention,
		newest,
		trends,
		today: dayOf(now),
		annotations: known.annotations
	};
}

const attention = z.object({
	held: z.number(),
	contested: z.number(),
	expired: z.number(),
	claims: z.number(),
	contests: z.number()
});

/** What waits for somebody; of reports each up to a thousand. */
async function countAttention(client: Client): Promise<z.output<typeof attention>> {
	return attention.parse(unwrap('count_attention', await client.rpc('count_attention')));
}
