import { ruleVersion } from '#lib/domain/rules/rule-version.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { formatMonth, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { openSheet } from '../pdf/sheet.ts';
import type { ClaimedDossier } from './claim.ts';
import { largest, monthsOf, type Summary } from './summary.ts';

export type IndexWords = {
	categories: ReadonlyMap<string, string>;
	provinces: ReadonlyMap<string, string>;
};

/** What a dossier is, on paper: what it is about, in figures and charts, and how it can be checked. */
export function writeIndex(
	dossier: ClaimedDossier,
	summary: Summary,
	words: IndexWords,
	auditHead: { sequence: number; hash: string } | null,
	now: Date
): Promise<Buffer> {
	const { locale, of_case } = dossier;
	const options: { locale: Locale } = { locale };
	const moment = (instant: string) => formatInstant(instant, locale);
	const title = of_case?.title ?? m.dossier_pdf_selection({}, options);
	const sheet = openSheet({
		title,
		kicker: m.dossier_pdf_kicker({}, options),
		lang: locale === 'en' ? 'en-GB' : 'nl-NL',
		now,
		footer: (page, pages) =>
			m.dossier_pdf_footer({ id: dossier.dossier_id.slice(0, 8), page, pages }, options)
	});
	sheet.paragraph(m.dossier_pdf_lead({}, options));
	sheet.pairs([
		...(of_case ? [[m.dossier_pdf_case({}, options), of_case.reference] as const] : []),
		...(of_case && of_case.organisations.length > 0
			? [[m.dossier_pdf_about({}, options), of_case.organisations.join(', ')] as const]
			: []),
		[
			m.dossier_pdf_period({}, options),
			summary.first_on && summary.last_on
				? m.dossier_pdf_days(
						{
							from: formatShortDay(summary.first_on, locale),
							to: formatShortDay(summary.last_on, locale)
						},
						options
					)
				: '–'
		],
		[m.dossier_pdf_reports({}, options), String(summary.reports)],
		[m.dossier_pdf_contacts({}, options), String(summary.contacts)],
		[m.dossier_pdf_answered({}, options), String(summary.answered)],
		[m.dossier_pdf_files({}, options), String(summary.files)],
		[m.dossier_pdf_made({}, options), moment(now.toISOString())]
	]);

	sheet.heading(m.dossier_pdf_by_month({}, options), 136);
	const months = monthsOf(summary);
	sheet.columns(
		m.dossier_pdf_by_month_alt({ months: months.length, reports: summary.reports }, options),
		months.map(({ month, value }) => ({ label: formatMonth(`${month}-01`, locale), value }))
	);
	const bars = (
		heading: string,
		counts: Map<string, number>,
		labels?: ReadonlyMap<string, string>
	) => {
		const shown = largest(counts, 12);
		if (shown.length === 0) return;
		sheet.heading(heading, 17 * shown.length + 8);
		sheet.bars(
			heading,
			shown.map(([key, value]) => ({
				label: key === '' ? m.dossier_pdf_unknown({}, options) : (labels?.get(key) ?? key),
				value,
				text: String(value)
			}))
		);
	};
	bars(m.dossier_pdf_by_category({}, options), summary.byCategory, words.categories);
	bars(m.dossier_pdf_by_organisation({}, options), summary.byOrganisation);
	bars(m.dossier_pdf_by_province({}, options), summary.byProvince, words.provinces);

	if (summary.byFinding.size > 0) {
		sheet.heading(m.dossier_pdf_findings({}, options));
		sheet.small(m.dossier_pdf_findings_text({}, options));
		sheet.table({
			widths: [52, 24, 12, 12],
			head: [
				{ text: m.dossier_pdf_rule({}, options) },
				{ text: m.dossier_pdf_source({}, options) },
				{ text: m.dossier_pdf_likely({}, options), isNumeric: true },
				{ text: m.dossier_pdf_possible({}, options), isNumeric: true }
			],
			rows: [...summary.byFinding]
				.sort(([, one], [, other]) => other.likely - one.likely || other.possible - one.possible)
				.slice(0, 20)
				.map(([ruleId, { likely, possible }]) => {
					const rule = ruleVersion(ruleId, summary.last_on);
					const said = locale === 'en' ? rule.rule_en : rule.rule_nl;
					return [
						said || ruleId,
						[rule.source, rule.article].filter(Boolean).join(', '),
						String(likely),
						String(possible)
					];
				})
		});
	}
	for (const hearing of of_case?.hearings ?? []) {
		sheet.heading(m.dossier_pdf_hearing({ name: hearing.organisation }, options));
		sheet.small(`${hearing.reference} · ${hearing.subject} · ${moment(hearing.asked_at)}`);
		sheet.paragraph(hearing.question);
		sheet.subheading(m.dossier_pdf_answer({}, options));
		sheet.paragraph(hearing.answer ?? m.dossier_pdf_no_answer({}, options));
	}
	sheet.heading(m.dossier_pdf_check({}, options));
	sheet.paragraph(m.dossier_pdf_check_text({}, options));
	sheet.pairs([
		[m.dossier_pdf_id({}, options), dossier.dossier_id],
		[
			m.dossier_pdf_trail({}, options),
			auditHead ? `${auditHead.sequence}:${auditHead.hash}` : m.dossier_pdf_no_trail({}, options)
		]
	]);
	return sheet.finish();
}
