import { daysLeft, lastDayOf } from '#lib/domain/calendar/days-left.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { nameOfFact, valueOfFact } from '#lib/domain/rules/fact-labels.ts';
import type { TrendChoices } from '#lib/features/trends/trend-choices.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatShortDay, formatSize } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { presentAnswer } from '#lib/features/answers/present-answer.ts';
import { contactHour } from '#lib/features/reports/contact-hour.ts';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';
import type { OwnReport } from '#lib/server/reports/own-reports.ts';
import {
	eventLabels,
	isToAnswer,
	outcomeLabels,
	sayLeft,
	stateLabels,
	verdictLabels
} from '../../portal-words.ts';

type Locale = 'nl' | 'en';

const fileKinds: Record<string, () => string> = {
	image: m.portal_file_image,
	application: m.portal_file_document,
	audio: m.portal_file_sound
};

/** A report as the page of its organisation tells it, in one language. */
export function presentOwnReport(
	report: OwnReport,
	choices: TrendChoices,
	now: Date,
	locale: Locale
) {
	const labelIn = (list: { value: string; label: string }[], code: string) =>
		list.find(({ value }) => value === code)?.label ?? code;
	const number = report.caller_number;
	return {
		reference: report.reference,
		state: stateLabels[report.state]?.() ?? report.state,
		is_to_answer: isToAnswer(report.state),
		is_expired: report.state === 'expired',
		can_write: !['closed', 'withdrawn', 'anonymised'].includes(report.state),
		outcome: report.outcome && outcomeLabels[report.outcome]?.(),
		left: isToAnswer(report.state) ? sayLeft(report.due_at, now) : null,
		is_over: daysLeft(report.due_at, now) < 0,
		answer_by: formatDay(lastDayOf(report.due_at), locale),
		narrative: report.narrative,
		categories: report.categories.map((code) => labelIn(choices.categories, code)),
		contacts: report.contacts.map((contact) => contactHour(contact, locale)),
		facts: [
			{ name: m.trends_kind(), value: labelIn(choices.kinds, report.kind) },
			{ name: m.trends_channel(), value: labelIn(choices.channels, report.channel) },
			{
				name: m.committee_number(),
				value: number ? writeNumber(number) : '–'
			},
			{ name: m.committee_stated_name(), value: report.stated_name ?? '–' },
			{ name: m.trends_sector(), value: labelIn(choices.sectors, report.sector) },
			{ name: m.portal_delivered_on(), value: formatShortDay(report.delivered_on, locale) },
			...Object.entries(report.facts).map(([name, value]) => ({
				name: nameOfFact(name, locale),
				value: valueOfFact(value, locale)
			}))
		],
		files: report.evidence.map(({ evidence_id, position, media_type, byte_size }) => ({
			evidence_id,
			name: m.portal_file({ kind: fileKinds[media_type.split('/')[0]!]!(), number: position }),
			size: formatSize(byte_size, locale),
			is_image: media_type.startsWith('image/'),
			is_shared: true
		})),
		messages: report.messages.map((message) => ({
			...message,
			from: message.is_from_reporter ? m.portal_reporter() : (message.by ?? m.portal_somebody()),
			day: formatShortDay(message.sent_on, locale)
		})),
		events: report.events.map(({ event, by, occurred_on }) => ({
			text: eventLabels[event]?.() ?? event,
			by,
			day: formatShortDay(occurred_on, locale)
		})),
		shared_email: report.shared_email
	};
}

/** The answers so far, as the reporter has them, the newest first. */
export function presentAnswers(
	{ answers }: Pick<OwnReport, 'answers'>,
	organisation_name: string,
	{ answer_reasons }: Pick<Taxonomy, 'answer_reasons'>,
	locale: Locale
) {
	const reasonOf = (code: string) =>
		answer_reasons.find((row) => row.code === code)?.[`label_${locale}`] ?? code;
	return answers
		.map(({ by, verdict, is_promise_kept, ...answer }) => ({
			...presentAnswer(
				{
					...answer,
					organisation_name,
					verdict: null,
					is_promise_kept: null,
					is_promise_asked: true
				},
				reasonOf,
				locale
			),
			by,
			verdict: verdict && verdictLabels[verdict](),
			is_promise_kept
		}))
		.reverse();
}
