import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { parseCallerNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { answerTypes } from '#lib/domain/report/answers.ts';
import { contactHour } from '#lib/features/reports/contact-hour.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LinkedReport } from '#lib/server/organisations/answer-links.ts';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';
import { tellFindings } from '#lib/server/reports/findings.ts';

/** A report behind a link as the page tells it, in one language; or why it is not shown. */
export function presentLinked(linked: LinkedReport, known: Taxonomy, locale: 'nl' | 'en') {
	if (linked.stand !== 'open') {
		const { stand, organisation, answered_at } = linked;
		return { stand, organisation, answered: answered_at && formatMoment(answered_at, locale) };
	}
	const labelOf = (rows: { code: string; label_nl: string; label_en: string }[], code: string) => {
		const row = rows.find((one) => one.code === code);
		return (locale === 'en' ? row?.label_en : row?.label_nl) ?? code;
	};
	// The clocks run out at midnight: the last day is the one before.
	const lastDay = (instant: string) => formatDay(dayOf(new Date(Date.parse(instant) - 1)), locale);
	const number = linked.caller_number && parseCallerNumber(linked.caller_number);
	return {
		stand: linked.stand,
		organisation: linked.organisation,
		title: (linked.kind === 'complaint' ? m.answer_link_complaint : m.answer_link_compliment)({
			reference: linked.reference
		}),
		isComplaint: linked.kind === 'complaint',
		day: lastDay(linked.answer_by),
		works_until: lastDay(linked.works_until),
		narrative: linked.narrative,
		told: [
			{ name: m.report_check_channel(), answer: labelOf(known.channels, linked.channel) },
			{
				name: m.report_check_number(),
				answer: (number && number.national) || linked.caller_number || ''
			},
			{
				name: m.report_check_when(),
				answer: linked.contacts.map((contact) => contactHour(contact, locale)).join('\n')
			},
			{
				name: m.report_check_categories(),
				answer: linked.categories.map((code) => labelOf(known.categories, code)).join('\n')
			}
		].filter(({ answer }) => answer !== ''),
		// The title alone: the explanation speaks to the reporter.
		findings: tellFindings(
			linked.findings,
			linked.contacts.map(({ from }) => ({ contact_at: new Date(from) })),
			locale
		).map(({ rule_id, title }) => ({ rule_id, title })),
		/** The closed list of reasons, by type of answer. */
		reasons: answerTypes.map((type) => ({
			type,
			choices: known.answer_reasons
				.filter(({ answer_type }) => answer_type === type)
				.map((reason) => ({
					value: reason.code,
					label: locale === 'en' ? reason.label_en : reason.label_nl
				}))
		}))
	};
}

/** A report that can be answered with the link. */
export type PresentedLinked = Extract<ReturnType<typeof presentLinked>, { stand: 'open' }>;
