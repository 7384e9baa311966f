import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { toQuestion, type Dimension, type Interval } from '#lib/domain/trends/question.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as committee from '#lib/server/reports/committee.ts';
import { comparePeriods, spansOf } from '#lib/server/trends/compare-periods.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadExact } from '#lib/server/trends/trends.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { PageServerLoad } from './$types.js';

/** The periods to choose from, in days, with the steps that suit a chart of them. */
const intervals: Record<number, Interval> = { 7: 'day', 28: 'day', 90: 'week', 365: 'month' };
const usualDays = 28;
const mostNewest = 12;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const asked = Number(url.searchParams.get('days'));
	const days = asked in intervals ? asked : usualDays;
	const now = desk.now();
	const spans = spansOf(days, dayOf(now));
	const trendBy = (group_by: Dimension) =>
		loadExact(desk, client, toQuestion({ ...spans.now, interval: intervals[days], group_by }, now));
	const [known, comparison, newest, ...trends] = await Promise.all([
		taxonomy.load(desk),
		comparePeriods(desk, client, spans),
		committee.listReports(client, {}, { most: mostNewest }),
		trendBy('kind'),
		trendBy('category'),
		trendBy('channel'),
		trendBy('sector'),
		trendBy('province')
	]);
	return {
		days,
		choosable: Object.keys(intervals).map(Number),
		spans,
		comparison,
		newest,
		trends,
		today: dayOf(now),
		annotations: known.annotations,
		choices: trendChoices(known, getLocale())
	};
};
