import type { FunnelLimits, FunnelPlace } from '#lib/domain/figures/funnel.ts';
import { reportsAddress } from '#lib/domain/trends/staff-address.ts';
import { monthOf } from '#lib/domain/calendar/days.ts';
import { lastOf } from '#lib/domain/trends/question.ts';
import { formatCount, formatShare } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { DashboardFigure, FigureContext } from './figure.ts';

type Ranked = { name: string; slug: string; count: number };
type Funnel = {
	subject: 'rates' | 'verdicts';
	points: { name: string; slug: string; count: number; of: number; place: FunnelPlace }[];
	target: number;
	limits: FunnelLimits[];
};

/** The organisations reported most. */
export function organisationsFigure(
	organisations: readonly Ranked[],
	{ question, locale, base }: FigureContext
): DashboardFigure {
	const count = (number: number) => formatCount(number, locale);
	const hrefOf = (organisation: string) =>
		localizeHref(`${base}/meldingen?${reportsAddress(question, { organisation })}`);
	const [first] = organisations;
	return {
		id: 'organisations',
		caption: m.dashboard_organisations(),
		summary: first
			? m.dashboard_organisations_summary({ name: first.name, count: count(first.count) })
			: m.trends_empty(),
		note: m.dashboard_note_organisations(),
		drawing: {
			form: 'bar',
			format: count,
			bars: organisations.map(({ name, count }) => ({ label: name, count }))
		},
		size: organisations.length > 6 ? 'tall' : 'plain',
		hrefAt: (_, place) => organisations[place] && hrefOf(organisations[place].name),
		table: {
			columns: [
				{ key: 'name', label: m.committee_organisation() },
				{ key: 'count', label: m.dashboard_reports(), isNumeric: true }
			],
			rows: organisations.map(({ name, slug, count }) => ({
				key: slug,
				cells: [{ value: name }, { value: count, href: hrefOf(name) }]
			}))
		},
		made: 'organisaties'
	};
}

const placeWords: Record<FunnelPlace, () => string> = {
	within: m.dashboard_place_within,
	high: m.dashboard_place_high,
	very_high: m.dashboard_place_very_high,
	low: m.dashboard_place_low,
	very_low: m.dashboard_place_very_low
};

/** Organisations beside one another, each against its size, with the limits of chance. */
export function funnelFigure(
	{ subject, points, target, limits }: Funnel,
	{ question, locale, base }: FigureContext
): DashboardFigure {
	const isRate = subject === 'rates';
	const count = (number: number) => formatCount(number, locale);
	const shareOf = (share: number) =>
		isRate ? formatRate(share * 100_000, locale) : formatShare(share, locale);
	const words = isRate
		? { x: m.dashboard_rates_x(), y: m.dashboard_rates_y(), count: m.committee_complaints() }
		: { x: m.dashboard_verdicts_x(), y: m.dashboard_verdicts_y(), count: m.dashboard_not_solved() };
	// Counted by whole months, so the reports behind it are of whole months too.
	const months = { from: monthOf(question.from), to: lastOf('month', question.to) };
	const hrefOf = (organisation: string) =>
		localizeHref(
			`${base}/meldingen?${reportsAddress(question, {
				...months,
				organisation,
				kind: 'complaint',
				...(!isRate && { verdict: 'not_solved' })
			})}`
		);
	const high = points.filter(({ place }) => place === 'very_high');
	return {
		id: subject,
		caption: isRate ? m.dashboard_rates() : m.dashboard_verdicts(),
		summary: [
			m.dashboard_funnel_mean({ mean: shareOf(target), organisations: count(points.length) }),
			high.length > 0
				? m.dashboard_funnel_high({
						names: high
							.slice(0, 3)
							.map(({ name }) => name)
							.join(', '),
						count: count(high.length)
					})
				: m.dashboard_funnel_none_high()
		].join(' '),
		note: m.dashboard_note_funnel(),
		drawing: {
			form: 'funnel',
			points: points.map(({ name, count, of, place }) => ({
				label: name,
				x: of,
				y: count / of,
				isOutside: place !== 'within'
			})),
			target,
			limits: limits.map(({ of, low95, high95, low998, high998 }) => ({
				x: of,
				inner: [low95, high95],
				outer: [low998, high998]
			})),
			formatX: count,
			formatY: shareOf,
			x: words.x,
			y: words.y
		},
		hrefAt: (series, place) =>
			series === 0 && points[place] ? hrefOf(points[place].name) : undefined,
		table: {
			columns: [
				{ key: 'name', label: m.committee_organisation() },
				{ key: 'count', label: words.count, isNumeric: true },
				{ key: 'of', label: words.x, isNumeric: true },
				{ key: 'share', label: words.y, isNumeric: true },
				{ key: 'place', label: m.dashboard_place() }
			],
			rows: points.map(({ name, slug, count, of, place }) => ({
				key: slug,
				cells: [
					{ value: name },
					{ value: count, href: count > 0 ? hrefOf(name) : undefined },
					{ value: of },
					{
						value: isRate
							? Math.round((count / of) * 1e6) / 10
							: Math.round((1000 * count) / of) / 1000,
						shown: shareOf(count / of)
					},
					{ value: placeWords[place]() }
				]
			}))
		},
		made: 'trechter'
	};
}

const formatRate = (rate: number, locale: string) =>
	rate.toLocaleString(locale === 'en' ? 'en-GB' : 'nl-NL', {
		maximumFractionDigits: rate < 10 ? 1 : 0
	});
