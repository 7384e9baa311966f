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

async function count(
	client: Client,
	question: TrendsQuestion,
	dimensions: Dimension[],
	range: { from: string; to: string },
	filters: TrendsQuestion['filters']
): Promise<CountedSeries[]> {
	const answer = await client.rpc('count_reports', {
		grain: question.interval,
		dimensions,
		first_on: range.from,
		last_on: range.to,
		organisation_id: question.organisation,
		...filters
	});
	const periods = periodsBetween(question.interval, range.from, range.to);
	const table = new Map<string, CountedSeries>();
	for (const row of unwrap('count_reports', answer)) {
		const values = dimensions.map((dimension) => row[`cell_${dimension}`] ?? '');
		const key = values.join('\0');
		let series = table.get(key);
		if (!series) {
			const entries = dimensions.map((dimension, index) => [dimension, values[index]!]);
			series = { values: Object.fromEntries(entries), counts: {} };
			table.set(key, series);
		}
		const first = periodNumber(question.interval, periods[0]!, row.begins_on);
		row.report_counts.forEach((count, place) => {
			const period = periods[first + place];
			if (count === 0 || !period) return;
			series.counts[period] = (series.counts[period] ?? 0) + count;
		});
	}
	return [...table.values()].filter(({ counts }) =>
		Object.values(counts).some((count) => count !== 0)
	);
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
async function lastAnsweredDay(desk: Desk): Promise<string> {
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
