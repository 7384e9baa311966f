import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays, addMonths, monthOf, weekOf } from '#lib/domain/calendar/days.ts';
import {
	findDisproportion,
	type CategoryCell,
	type Disproportionate
} from '#lib/domain/signals/find-disproportion.ts';
import { findHighRates, type HighRate, type RateCell } from '#lib/domain/signals/find-rates.ts';
import { findSignals, type Found } from '#lib/domain/signals/find-signals.ts';
import type { Desk } from '../desk.ts';
import { foldAll } from '../reports/filings.ts';

type Subject = {
	series_key: string;
	kind: string;
	organisation_id: string | null;
	sector: string | null;
	category: string | null;
	channel: string | null;
	first_number: string | null;
	last_number: string | null;
};

type Row = Subject & { mondays: string[]; counts: number[] };

export type SignalRun = {
	as_of: string;
	/** Monday of the newest whole week that was judged. */
	judged_through: string;
	series: number;
	found: number;
	renewed: number;
	/** Stood out, and was dismissed a short while before. */
	muted: number;
};

/** Weeks that a run looks back: what a run that did not take place would have found is found now. */
const weeksBack = 8;
const yearsOfHistory = 7;
/** Over so many weeks an organisation is compared with the others. */
const weeksCompared = 13;
/** Contacts are declared by the month, so rates are compared over so many whole months. */
const monthsCompared = 3;

/** Looks through all series as they were on a day, and keeps what stands out. Run again it renews. */
export async function runSignals(desk: Desk, as_of = dayOf(desk.now())): Promise<SignalRun> {
	await foldAll(desk);
	const last = addDays(weekOf(addDays(as_of, 1)), -7);
	const first = weekOf(addDays(last, -366 * yearsOfHistory));
	const { sql } = desk.backend;
	const monthAfter = monthOf(addDays(last, 7));
	const months = { first: addMonths(monthAfter, -monthsCompared), last: addDays(monthAfter, -1) };
	const [counted, breaks, cells, rates] = await Promise.all([
		sql.query<Row>(
			`select series_key, kind, organisation_id, sector, category, channel, first_number, last_number,
				to_jsonb(mondays) as mondays, to_jsonb(counts) as counts
			from public.signal_series($1::date, $2::date)`,
			[first, last]
		),
		sql.query<{ day: string }>('select starts_on::text as day from public.breaks_of_signals()'),
		sql.query<CategoryCell>('select * from public.cells_of_disproportion($1::date, $2::date)', [
			addDays(last, -7 * (weeksCompared - 1)),
			last
		]),
		sql.query<RateCell>('select * from public.cells_of_rates($1::date, $2::date)', [
			months.first,
			months.last
		])
	]);
	const rises = findSignals(
		counted.map(({ mondays, counts, ...subject }) => ({ subject, mondays, counts })),
		{
			first: counted.reduce(
				(least, { mondays }) => (mondays[0]! < least ? mondays[0]! : least),
				last
			),
			from: addDays(last, -7 * (weeksBack - 1)),
			last,
			breaks: breaks.map(({ day }) => day)
		}
	);
	const found = [
		...rises.map(({ subject, ...figures }) => ({ ...subject, ...figures })),
		...findDisproportion(cells).map((one) => ofDisproportion(one, last)),
		...findHighRates(rates).map((one) => ofRate(one, months.first, last))
	];
	const [kept] = await sql.query<{ told: Pick<SignalRun, 'found' | 'renewed' | 'muted'> }>(
		'select public.keep_signals($1::text::jsonb, $2::date, $3::date, $4::integer) as told',
		[JSON.stringify(found), as_of, last, counted.length]
	);
	return { as_of, judged_through: last, series: counted.length, ...kept!.told };
}

type OverWeeks = Subject &
	Omit<Found<never>, 'subject' | 'method' | 'pvalue'> & {
		method: string;
		pvalue?: number;
		score: number;
	};

const nobody = {
	sector: null,
	category: null,
	channel: null,
	first_number: null,
	last_number: null
};

function ofDisproportion(
	{ organisation_id, category, ...figures }: Disproportionate,
	last: string
): OverWeeks {
	return {
		series_key: `disproportion:${organisation_id}:${category}`,
		kind: 'disproportion',
		...nobody,
		...{ organisation_id, category },
		method: 'gamma_poisson',
		since_on: addDays(last, -7 * (weeksCompared - 1)),
		last_on: last,
		...figures,
		weeks: []
	};
}

function ofRate(
	{ organisation_id, channel, ...figures }: HighRate,
	since_on: string,
	last: string
): OverWeeks {
	return {
		series_key: `rate:${organisation_id}:${channel}`,
		kind: 'organisation_rate',
		...nobody,
		...{ organisation_id, channel },
		method: 'conditional_binomial',
		...{ since_on, last_on: last },
		...figures,
		weeks: []
	};
}
