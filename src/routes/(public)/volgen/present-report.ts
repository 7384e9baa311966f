import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { parseCallerNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { canAddContact, canWithdraw } from '#lib/domain/report/follow-up.ts';
import { formatMoment, formatShortDay, formatSize } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FollowedReport } from '#lib/server/following/followed-reports.ts';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';
import { nextStep } from './next-step.ts';
import { presentFollowUp } from './present-follow-up.ts';
import { eventWords, stateWords } from './report-words.ts';

type Labelled = { code: string; label_nl: string; label_en: string };

/** A followed report as the page tells it, in one language. */
export function presentReport(
	report: FollowedReport,
	{ channels, sectors, categories, clocks, answer_reasons }: Taxonomy,
	locale: 'nl' | 'en',
	now: Date
) {
	const labelOf = (rows: Labelled[], code: string) => {
		const row = rows.find((one) => one.code === code);
		return (locale === 'en' ? row?.label_en : row?.label_nl) ?? code;
	};
	const { status, kind, organisation_name } = report;
	const days = clocks.find(({ code }) => code === 'organisation_answer')!.amount;
	const next = nextStep(report, days, now, locale);
	const momentOf = ({ contact_at, is_time_known }: FollowedReport['contacts'][number]) =>
		is_time_known
			? formatMoment(contact_at, locale)
			: formatShortDay(dayOf(new Date(contact_at)), locale);

	// As one would dial it.
	const number = report.caller_number && parseCallerNumber(report.caller_number);

	return {
		title: stateWords[status].title(),
		next: next.text,
		left: next.left,
		heading: (kind === 'complaint' ? m.follow_complaint : m.follow_compliment)({
			reference: report.reference
		}),
		told: [
			{ name: m.report_check_channel(), answer: labelOf(channels, report.channel) },
			{
				name: m.report_check_number(),
				answer: (number && number.national) || report.caller_number || ''
			},
			{ name: m.report_check_organisation(), answer: organisationOf(report) },
			{
				name: m.report_check_sector(),
				answer: report.sector === 'unknown' ? '' : labelOf(sectors, report.sector)
			},
			{ name: m.report_check_when(), answer: report.contacts.map(momentOf).join('\n') },
			{
				name: m.report_check_categories(),
				answer: report.categories.map((code) => labelOf(categories, code)).join('\n')
			}
		],
		kind,
		others_alike: report.others_alike,
		narrative: report.narrative,
		is_masked: report.is_masked,
		evidence: report.evidence.map((file) => ({
			evidence_id: file.evidence_id,
			name: file.name,
			size: formatSize(file.byte_size, locale),
			is_image: file.media_type.startsWith('image/'),
			is_shared: file.is_shared_with_organisation
		})),
		events: withoutRepeatedReading(report.events).map(({ event, occurred_at }) => ({
			text: eventWords[event](),
			occurred_at,
			moment: formatMoment(occurred_at, locale)
		})),
		caller_number: report.caller_number,
		/** What a new report about the same party begins with. */
		beginning: {
			kind,
			channel: report.channel,
			caller_number: report.caller_number ?? '',
			organisation_name: organisation_name ?? '',
			sector: report.sector === 'unknown' ? '' : report.sector
		},
		...presentFollowUp(report, (code) => labelOf(answer_reasons, code), now, locale),
		can_withdraw: canWithdraw(status),
		can_add_contact: canAddContact(status)
	};
}

export type PresentedReport = ReturnType<typeof presentReport>;

/** Who looks through five files makes five events: the reporter sees that as one. */
const withoutRepeatedReading = (events: FollowedReport['events']) =>
	events.filter(
		({ event }, index) => event !== 'evidence_read' || events[index + 1]?.event !== event
	);

function organisationOf({ is_attributed, organisation_name }: FollowedReport): string {
	if (organisation_name === null) return m.follow_organisation_unknown();
	return is_attributed
		? organisation_name
		: m.follow_organisation_unsure({ name: organisation_name });
}
