import { letterOf, periodIndex, type ChartMark, type ChartSeries } from '#lib/charts/chart-rows.ts';
import { lastOf } from '#lib/domain/trends/question.ts';
import { reportsAddress } from '#lib/domain/trends/staff-address.ts';
import { formatPeriod, labelIn } from '#lib/features/trends/trend-figure.ts';
import { formatCount, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { DashboardFigure, FigureCell, FigureContext } from './figure.ts';
import { changeInWords, periodInWords } from './figure-words.ts';

type Counts = { key: string; counts: number[] }[];

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Complaints beside compliments through time, and the period it is compared with. */
export function overTimeFigure(
	{
		periods,
		counts,
		before,
		isFromReports
	}: { periods: string[]; counts: Counts; before: Counts | null; isFromReports: boolean },
	context: FigureContext
): DashboardFigure {
	const { question, choices, locale, base, today } = context;
	const kindLabel = (key: string) => choices.kinds.find(({ value }) => value === key)?.label ?? key;
	const shownKinds = counts.filter(
		({ key }) => !question.filters.kind || question.filters.kind === key
	);
	const now: ChartSeries[] = shownKinds.map((one, index) => ({
		key: one.key,
		label: kindLabel(one.key),
		counts: one.counts,
		colour: index
	}));
	const earlier: ChartSeries[] = shownKinds.flatMap(({ key }, index) => {
		const compared = before?.find((one) => one.key === key);
		if (!compared) return [];
		// As many periods as there are now, whatever the calendar does.
		const same = periods.map((_, place) => compared.counts[place] ?? null);
		return [
			{
				key: `${key}-before`,
				label: m.dashboard_before({ name: kindLabel(key) }),
				counts: same,
				colour: index,
				isFaint: true
			}
		];
	});
	const series = [...now, ...earlier];
	const count = (number: number) => formatCount(number, locale);
	const hrefOf = (kind: string, place: number) => {
		const from = periods[place]!;
		const to = lastOf(question.interval, from);
		return localizeHref(`${base}/meldingen?${reportsAddress(question, { kind, from, to })}`);
	};
	const [complaints, compliments] = ['complaint', 'compliment'].map((kind) =>
		sum(counts.find(({ key }) => key === kind)?.counts ?? [])
	) as [number, number];
	const complaintsBefore = before?.find(({ key }) => key === 'complaint')?.counts;
	return {
		id: 'over_time',
		caption: m.dashboard_over_time(),
		summary: [
			m.dashboard_over_time_summary({
				complaints: count(complaints),
				compliments: count(compliments),
				period: periodInWords(question, locale)
			}),
			complaintsBefore && question.compared
				? m.dashboard_compared_summary({
						change: changeInWords(complaints, sum(complaintsBefore), question.compared, locale)
					})
				: ''
		]
			.join(' ')
			.trim(),
		note: [
			question.to >= today && m.chart_note_running(),
			isFromReports && m.dashboard_from_reports()
		]
			.filter(Boolean)
			.join(' '),
		drawing: {
			form: 'line',
			periods: periods.map((period) => formatPeriod(period, question.interval, locale)),
			series,
			marks: marksOf(context, periods),
			isLastRunning: question.to >= today,
			format: count
		},
		legend: series.map(({ label, colour, isFaint }) => ({ label, colour: colour ?? 0, isFaint })),
		marks: marksOf(context, periods),
		hrefAt: (index, place) => (now[index] ? hrefOf(now[index].key, place) : undefined),
		table: {
			columns: [
				{ key: 'period', label: headings[question.interval]() },
				...series.map(({ key, label }) => ({ key, label, isNumeric: true }))
			],
			rows: periods.map((period, place) => ({
				key: period,
				cells: [
					{ value: period, shown: formatPeriod(period, question.interval, locale) },
					...series.map(({ key, counts, isFaint }): FigureCell => ({
						value: counts[place] ?? null,
						href: isFaint || !counts[place] ? undefined : hrefOf(key, place)
					}))
				]
			}))
		},
		made: 'tijd',
		isWide: true
	};
}

const headings = { day: m.trends_day, week: m.trends_week, month: m.trends_month };

/** The dates of the law and the own notes that fall within the periods, in the order of time. */
function marksOf(
	{ annotations, notes, question, locale }: FigureContext,
	periods: string[]
): ChartMark[] {
	return [
		...annotations.map((annotation) => ({
			starts_on: annotation.starts_on,
			label: labelIn(annotation, locale)
		})),
		...notes.map(({ starts_on, text }) => ({ starts_on, label: `“${text}”` }))
	]
		.sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
		.map(({ starts_on, label }) => ({
			index: periodIndex(periods, question.to, starts_on),
			label: `${formatShortDay(starts_on, locale)}: ${label}`
		}))
		.filter(({ index }) => index >= 0)
		.map((mark, position) => ({ ...mark, letter: letterOf(position) }));
}
