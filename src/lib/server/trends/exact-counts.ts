import { firstOf, type TrendsQuestion } from '#lib/domain/trends/question.ts';
import type { Range, StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import { readCounts } from './trends.ts';

/** What reports are told apart by: of a report that fits several values each counts. */
export type Group =
	| 'none'
	| 'kind'
	| 'channel'
	| 'category'
	| 'sector'
	| 'province'
	| 'sub_category'
	| 'verification'
	| 'hour'
	| 'answer'
	| 'verdict';

/** Exact counts per value and period; `isFromReports` when no roll-up held the answer. */
export type ExactCounts = {
	counts: Map<string, Map<string, number>>;
	isFromReports: boolean;
};

const facets: readonly Group[] = ['sub_category', 'verification', 'hour', 'answer', 'verdict'];

/**
 * Counts for staff, with the rights of who signed in: from the roll-ups where they hold the answer,
 * else from the reports themselves.
 */
export async function countExactly(
	client: Client,
	{ interval, filters }: Pick<StaffQuestion, 'interval' | 'filters'>,
	group_by: Group,
	range: Range
): Promise<ExactCounts> {
	const { sub_category, verification, number, number_prefix, category, province, ...kept } =
		filters;
	const isNarrow = sub_category ?? verification ?? number ?? number_prefix;
	const isFacet = facets.includes(group_by);
	if (isNarrow || (isFacet && (category ?? province))) {
		return fromReports(client, interval, filters, group_by, range);
	}
	try {
		return isFacet
			? await ofFacet(client, kept, group_by, range)
			: await ofReports(client, interval, { ...kept, category, province }, group_by, range);
	} catch (refusal) {
		if (!(refusal instanceof Refused) || refusal.reason !== 'question_too_fine') throw refusal;
		return fromReports(client, interval, filters, group_by, range);
	}
}

/** The sum over a range of each value. */
export function sumsOf({ counts }: ExactCounts): Map<string, number> {
	return new Map(
		[...counts].map(([value, byPeriod]) => [
			value,
			[...byPeriod.values()].reduce((sum, count) => sum + count, 0)
		])
	);
}

async function ofReports(
	client: Client,
	interval: StaffQuestion['interval'],
	filters: Record<string, string | undefined>,
	group_by: Group,
	{ from, to }: Range
): Promise<ExactCounts> {
	const answer = await client.rpc('count_reports', {
		grain: interval,
		dimensions: group_by === 'none' ? [] : [group_by],
		first_on: from,
		last_on: to,
		...filters
	});
	const cellOf = (row: Record<string, unknown>) =>
		group_by === 'none' ? 'total' : ((row[`cell_${group_by}`] as string | null) ?? '');
	const rows = unwrap('count_reports', answer).map(({ begins_on, report_counts, ...row }) => ({
		value: cellOf(row),
		begins_on,
		report_counts
	}));
	return { counts: readCounts(rows, interval, { from, to }), isFromReports: false };
}

async function ofFacet(
	client: Client,
	filters: Record<string, string | undefined>,
	facet: Group,
	{ from, to }: Range
): Promise<ExactCounts> {
	const interval = facet === 'verdict' ? 'month' : 'day';
	const answer = await client.rpc('count_facets', {
		facet,
		first_on: firstOf(interval, from),
		last_on: to,
		...filters
	});
	const rows = unwrap('count_facets', answer).map(({ facet_value, ...row }) => ({
		value: facet_value,
		...row
	}));
	return { counts: readCounts(rows, interval, { from, to }), isFromReports: false };
}

async function fromReports(
	client: Client,
	interval: TrendsQuestion['interval'],
	filters: StaffQuestion['filters'],
	group_by: Group,
	{ from, to }: Range
): Promise<ExactCounts> {
	const answer = await client.rpc('count_from_reports', {
		group_by,
		// Of an hour the weekday matters, and of an answer whether its term is over: both by day.
		grain: group_by === 'hour' || group_by === 'answer' ? 'day' : interval,
		first_on: from,
		last_on: to,
		filters
	});
	const counts: ExactCounts['counts'] = new Map();
	for (const { cell, begins_on, report_count } of unwrap('count_from_reports', answer)) {
		const byPeriod = counts.get(cell ?? '') ?? new Map<string, number>();
		byPeriod.set(begins_on, report_count);
		counts.set(cell ?? '', byPeriod);
	}
	return { counts, isFromReports: true };
}
