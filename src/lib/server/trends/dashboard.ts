import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { answerBehaviour } from '#lib/domain/figures/answer-behaviour.ts';
import { weekOfHours } from '#lib/domain/figures/week-of-hours.ts';
import { kinds } from '#lib/domain/report/taxonomy.ts';
import { periodsBetween } from '#lib/domain/trends/question.ts';
import type { Range, StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as taxonomy from '../register/taxonomy.ts';
import { compareOrganisations } from './compare-organisations.ts';
import { countExactly, sumsOf, type ExactCounts } from './exact-counts.ts';

/** What the bars of a dashboard compare. */
export const compared = [
	'category',
	'sub_category',
	'channel',
	'sector',
	'province',
	'verification'
] as const;
export type ComparedGroup = (typeof compared)[number];

/** Reports of one value in the period, and in the one it is compared with. */
export type ValueCount = { key: string; count: number; before: number | null };

export type Dashboard = Awaited<ReturnType<typeof loadDashboard>>;

const mostOrganisations = 15;

/** All figures of a dashboard, with the rights of who signed in. */
export async function loadDashboard(desk: Desk, client: Client, question: StaffQuestion) {
	const { from, to, compared: before } = question;
	const range = { from, to };
	const count = (group: Parameters<typeof countExactly>[2], of: Range = range) =>
		countExactly(client, question, group, of);
	const [known, byKind, byKindBefore, hours, answers, organisations, funnels, ...groups] =
		await Promise.all([
			taxonomy.load(desk),
			count('kind'),
			before && count('kind', before),
			count('hour'),
			count('answer'),
			rankOrganisations(client, question),
			compareOrganisations(client, question),
			...compared.map(async (group) => {
				const [now, earlier] = await Promise.all([count(group), before && count(group, before)]);
				return { group, ...valuesOf(now, earlier), isFromReports: now.isFromReports };
			})
		]);
	const term = known.clocks.find(({ code }) => code === 'organisation_answer')!.amount;
	return {
		over_time: {
			periods: periodsBetween(question.interval, from, to),
			counts: countsOver(byKind, question, range),
			before: before && byKindBefore && countsOver(byKindBefore, question, before),
			isFromReports: byKind.isFromReports
		},
		groups,
		hours: { week: weekOfHours(hours.counts), isFromReports: hours.isFromReports },
		answers: {
			...answerBehaviour(answers.counts, term, dayOf(desk.now())),
			term,
			isFromReports: answers.isFromReports
		},
		organisations,
		funnels
	};
}

/** Complaints and compliments in each period of a range. */
function countsOver({ counts }: ExactCounts, { interval }: StaffQuestion, { from, to }: Range) {
	return kinds.map((kind) => ({
		key: kind,
		counts: periodsBetween(interval, from, to).map((period) => counts.get(kind)?.get(period) ?? 0)
	}));
}

function valuesOf(now: ExactCounts, earlier: ExactCounts | null): { values: ValueCount[] } {
	const counts = sumsOf(now);
	const before = earlier && sumsOf(earlier);
	const keys = new Set([...counts.keys(), ...(before?.keys() ?? [])]);
	return {
		values: [...keys]
			.map((key) => ({
				key: key || 'unknown',
				count: counts.get(key) ?? 0,
				before: before ? (before.get(key) ?? 0) : null
			}))
			.sort((a, b) => b.count - a.count)
	};
}

export type RankedOrganisation = { name: string; slug: string; count: number };

/** The organisations reported most; null when the question has filters that no roll-up tells apart. */
async function rankOrganisations(
	client: Client,
	{ interval, from, to, filters }: StaffQuestion
): Promise<RankedOrganisation[] | null> {
	const { kind, channel, category, sector, ...others } = filters;
	if (Object.keys(others).length > 0) return null;
	const answer = await client.rpc('rank_organisations', {
		grain: interval,
		first_on: from,
		last_on: to,
		kind,
		channel,
		category,
		sector,
		most: mostOrganisations
	});
	try {
		return unwrap('rank_organisations', answer).map(({ name, slug, report_count }) => ({
			name,
			slug,
			count: report_count
		}));
	} catch (refusal) {
		if (refusal instanceof Refused && refusal.reason === 'question_too_fine') return null;
		throw refusal;
	}
}
