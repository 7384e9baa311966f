import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import {
	publish,
	tableDimensions,
	tableRange,
	type CountedSeries
} from '#lib/domain/trends/publish.ts';
import {
	lastOf,
	periodNumber,
	periodsBetween,
	type Dimension,
	type TrendsQuestion
} from '#lib/domain/trends/question.ts';
import { threshold } from '#lib/domain/trends/suppress.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as taxonomy from '../register/taxonomy.ts';

export type Series = {
	/** The value of the group, `total` when nothing is told apart, `unknown` when it is not known. */
	key: string;
	/** In Dutch and English. */
	label_nl: string;
	label_en: string;
	/** A count that may not be shown is null. */
	points: { period: string; count: number | null }[];
};

export type Trends = {
	interval: string;
	from: string;
	to: string;
	group_by: string;
	/** Counts below it are hidden; null for whoever may see them all. */
	threshold: number | null;
	series: Series[];
};

/** More would be so fine that little could be shown of it. */
const mostDimensions = 3;

/**
 * The trends as the public may see them: no count of 1 to 4, also not by subtraction, and of an
 * organisation only what it has had its time to answer.
 * @throws Refused `question_too_fine`
 */
export async function loadPublic(desk: Desk, question: TrendsQuestion): Promise<Trends> {
	const dimensions = tableDimensions(question);
	if (dimensions.length > mostDimensions) throw new Refused('question_too_fine', 422);
	const range = tableRange(question);
	const periods = periodsBetween(question.interval, range.from, range.to);
	const [table, answeredBy] = await Promise.all([
		count(desk.service, question, dimensions, range, {}),
		question.organisation ? lastAnsweredDay(desk) : undefined
	]);
	const published = publish(complete(table, dimensions), dimensions, question, periods)
		.filter(({ values }) => isWanted(values, question))
		.map(({ values, counts }) => ({
			values,
			counts: (period: string) =>
				answeredBy && lastOf(question.interval, period) > answeredBy
					? null
					: (counts.get(period) ?? null)
		}));
	return present(desk, question, published, threshold);
}

/** The trends in full, for staff: with the rights of whoever signed in. */
export async function loadExact(
	desk: Desk,
	client: Client,
	question: TrendsQuestion
): Promise<Trends> {
	const dimensions = question.group_by === 'none' ? [] : [question.group_by];
	const table = await count(client, question, dimensions, question, question.filters);
	const exact = table.map(({ values, counts }) => ({
		values,
		counts: (period: string) => counts[period] ?? 0
	}));
	return present(desk, question, exact, null);
}

/** The trends in full of one organisation, for its members: with the rights of whoever signed in. */
export async function loadOwn(
	desk: Desk,
	client: Client,
	question: TrendsQuestion & { organisation: string }
): Promise<Trends> {
	const { from, to, interval, organisation, group_by, filters } = question;
	const dimensions = group_by === 'none' ? [] : [group_by];
	const { kind, channel, category } = filters;
	const answer = await client.rpc('count_own_reports', {
		grain: interval,
		dimensions,
		first_on: from,
		last_on: to,
		organisation_id: organisation,
		...(kind && { kind }),
		...(channel && { channel }),
		...(category && { category })
	});
	const table = read(unwrap('count_own_reports', answer), dimensions, question, question);
	const exact = table.map(({ values, counts }) => ({
		values,
		counts: (period: string) => counts[period] ?? 0
	}));
	return present(desk, question, exact, null);
}

async function count(
	client: Client,
	question: TrendsQuestion,
	dimensions: Dimension[],
	range: { from: string; to: string },
	filters: TrendsQuestion['filters']
): Promise<CountedSeries[]> {
	const answer = await client
		.rpc('count_reports', {
			grain: question.interval,
			dimensions,
			first_on: range.from,
			last_on: range.to,
			organisation_id: question.organisation,
			...filters
		})
		// Not the cells that nobody asked: they would be half of a large answer.
		.select(
			[...dimensions.map((dimension) => `cell_${dimension}`), 'begins_on', 'report_counts'].join()
		)
		.overrideTypes<CountedRow[], { merge: false }>();
	return read(unwrap('count_reports', answer), dimensions, question, range);
}

type CountedRow = Partial<Record<`cell_${Dimension}`, string | null>> & {
	begins_on: string;
	report_counts: number[];
};

/** The runs of periods of each combination as one series; what comes twice is added up. */
function read(
	rows: CountedRow[],
	dimensions: Dimension[],
	{ interval }: TrendsQuestion,
	range: { from: string; to: string }
): CountedSeries[] {
	const named = rows.map((row) => ({
		value: dimensions.map((dimension) => row[`cell_${dimension}`] ?? '').join('\0'),
		begins_on: row.begins_on,
		report_counts: row.report_counts
	}));
	return [...readCounts(named, interval, range)].map(([key, counts]) => {
		const values = key.split('\0');
		const entries = dimensions.map((dimension, index) => [dimension, values[index]!]);
		return { values: Object.fromEntries(entries), counts: Object.fromEntries(counts) };
	});
}

/** Counts per value and period out of runs of periods; a value without reports is left out. */
export function readCounts(
	rows: { value: string; begins_on: string; report_counts: number[] }[],
	interval: TrendsQuestion['interval'],
	range: { from: string; to: string }
): Map<string, Map<string, number>> {
	const periods = periodsBetween(interval, range.from, range.to);
	const table = new Map<string, Map<string, number>>();
	for (const { value, begins_on, report_counts } of rows) {
		const counts = table.get(value) ?? new Map<string, number>();
		table.set(value, counts);
		const first = periodNumber(interval, periods[0]!, begins_on);
		report_counts.forEach((count, place) => {
			const period = periods[first + place];
			if (count === 0 || !period) return;
			counts.set(period, (counts.get(period) ?? 0) + count);
		});
	}
	for (const [value, counts] of table) {
		if (![...counts.values()].some((count) => count !== 0)) table.delete(value);
	}
	return table;
}

/** Every combination of the values that occur, so that a nought can be hidden too. */
function complete(table: CountedSeries[], dimensions: Dimension[]): CountedSeries[] {
	if (dimensions.length < 2) return table;
	const keyOf = (values: CountedSeries['values']) =>
		dimensions.map((dimension) => values[dimension]).join('\0');
	const known = new Map(table.map((series) => [keyOf(series.values), series]));
	let combinations: CountedSeries['values'][] = [{}];
	for (const dimension of dimensions) {
		const values = [...new Set(table.map((series) => series.values[dimension]!))];
		combinations = combinations.flatMap((combination) =>
			values.map((value) => ({ ...combination, [dimension]: value }))
		);
	}
	return combinations.map((values) => known.get(keyOf(values)) ?? { values, counts: {} });
}

function isWanted(values: CountedSeries['values'], { filters }: TrendsQuestion): boolean {
	return Object.entries(filters).every(([dimension, value]) => {
		// A filter on the kind beside a category speaks through the category.
		if (!(dimension in values)) return true;
		return values[dimension as Dimension] === value;
	});
}

/** The last day whose reports the organisation has had its time to answer. */
export async function lastAnsweredDay(desk: Desk): Promise<string> {
	const { clocks } = await taxonomy.load(desk);
	const { amount } = clocks.find(({ code }) => code === 'organisation_answer')!;
	return addDays(dayOf(desk.now()), -amount - 1);
}

async function present(
	desk: Desk,
	question: TrendsQuestion,
	table: { values: CountedSeries['values']; counts: (period: string) => number | null }[],
	hiddenBelow: number | null
): Promise<Trends> {
	const { group_by, interval, from, to, filters } = question;
	const periods = periodsBetween(interval, from, to);
	const labels = await labelsOf(desk, group_by, filters.kind);
	const rows = new Map(
		table.map((row) => [group_by === 'none' ? 'total' : row.values[group_by] || 'unknown', row])
	);
	const series = labels
		.filter(({ key }) => rows.has(key) || group_by === 'none')
		.map(({ key, ...label }) => ({
			key,
			...label,
			points: periods.map((period) => ({
				period,
				count: rows.get(key)?.counts(period) ?? (rows.has(key) ? null : 0)
			}))
		}));
	return { interval, from, to, group_by, threshold: hiddenBelow, series };
}

type Label = { key: string; label_nl: string; label_en: string };

/** The values a group can have, in the order of the screen. */
async function labelsOf(
	desk: Desk,
	group_by: TrendsQuestion['group_by'],
	kind: string | undefined
): Promise<Label[]> {
	const unknown = { key: 'unknown', label_nl: 'Onbekend', label_en: 'Unknown' };
	const known = await taxonomy.load(desk);
	const keyed = (rows: { code: string; label_nl: string; label_en: string }[]) =>
		rows.map(({ code, label_nl, label_en }) => ({ key: code, label_nl, label_en }));
	switch (group_by) {
		case 'none':
			return [{ key: 'total', label_nl: 'Alle meldingen', label_en: 'All reports' }];
		case 'kind':
			return keyed(known.kinds);
		case 'channel':
			return keyed(known.channels);
		case 'category':
			return keyed(known.categories.filter((category) => !kind || category.kind === kind));
		case 'sector':
			return keyed(known.sectors);
		case 'province':
			return [...keyed(known.provinces), unknown];
		default:
			return group_by satisfies never;
	}
}
