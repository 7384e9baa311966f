import type { MonthFigures, MonthSeries } from '#lib/domain/monthly/month-figures.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { formatCount, formatMonth } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { openSheet } from '../pdf/sheet.ts';
import { nameOfMonth, sayMonth } from './say-month.ts';

type Report = {
	figures: MonthFigures;
	left_out: readonly string[];
	note: string | null;
	/** Null: it is a draft. */
	released_at: string | null;
};

/** A monthly report on paper: the sentences first, then the figures they rest on. */
export function writeMonth(report: Report, now: Date, locale: Locale): Promise<Buffer> {
	const { figures, note, released_at } = report;
	const options = { locale };
	const month = nameOfMonth(figures.month_on, locale);
	const sheet = openSheet({
		title: m.month_title({ month }, options),
		kicker: released_at ? m.month_pdf_kicker({}, options) : m.month_pdf_draft({}, options),
		lang: locale === 'en' ? 'en-GB' : 'nl-NL',
		now,
		footer: (page, pages) => m.month_pdf_footer({ month, page, pages }, options)
	});
	for (const { id, text } of sayMonth(figures, locale)) {
		if (!report.left_out.includes(id)) sheet.paragraph(text);
	}
	if (note) {
		sheet.heading(m.month_note({}, options));
		sheet.paragraph(note);
	}
	const complaints = figures.byKind.series.find(({ key }) => key === 'complaint');
	if (complaints?.points.some(({ count }) => count)) {
		sheet.heading(m.month_by_month({}, options), 136);
		sheet.columns(
			m.month_by_month({}, options),
			complaints.points.map(({ period, count }) => ({
				label: formatMonth(period, locale),
				value: count
			}))
		);
	}
	const table = (heading: string, series: readonly MonthSeries[]) => {
		const countIn = (one: MonthSeries) =>
			one.points.find(({ period }) => period === figures.month_on)?.count ?? null;
		const shown = series
			.map((one) => ({ one, count: countIn(one) }))
			.filter(({ count }) => count !== 0)
			.sort((one, other) => (other.count ?? 0) - (one.count ?? 0));
		if (shown.length === 0) return;
		sheet.heading(heading, 17 * shown.length + 8);
		sheet.bars(
			heading,
			shown
				.filter((row): row is { one: MonthSeries; count: number } => row.count !== null)
				.map(({ one, count }) => ({
					label: locale === 'en' ? one.label_en : one.label_nl,
					value: count,
					text: formatCount(count, locale)
				}))
		);
	};
	table(m.month_by_category({}, options), figures.byCategory.series);
	table(m.month_by_sector({}, options), figures.bySector.series);
	sheet.small(m.month_made({}, options));
	if (released_at) {
		sheet.small(m.month_released_on({ moment: formatInstant(released_at, locale) }, options));
	}
	return sheet.finish();
}
