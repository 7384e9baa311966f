import { lastDayOf } from '#lib/domain/calendar/days-left.ts';
import type { TrendChoices } from '#lib/features/trends/trend-choices.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';
import type { ExportedReport } from '#lib/server/reports/inbox.ts';
import type { Column } from '#lib/server/spreadsheets/spreadsheet.ts';
import { answerTypeLabels, outcomeLabels, stateLabels, verdictLabels } from '../../portal-words.ts';

/** What of a case goes along in a file, in the words of the screen. */
export function columnsOfCases(
	choices: TrendChoices,
	reasons: Taxonomy['answer_reasons'],
	locale: 'nl' | 'en'
): Column<ExportedReport>[] {
	const labelIn = (list: { value: string; label: string }[], code: string) =>
		list.find(({ value }) => value === code)?.label ?? code;
	const reasonOf = (code: string) => reasons.find((row) => row.code === code)?.[`label_${locale}`];
	return [
		{ heading: m.committee_reference(), valueOf: ({ reference }) => reference },
		{ heading: m.portal_own_reference(), valueOf: ({ own_reference }) => own_reference },
		{ heading: m.trends_kind(), valueOf: ({ kind }) => labelIn(choices.kinds, kind) },
		{ heading: m.trends_channel(), valueOf: ({ channel }) => labelIn(choices.channels, channel) },
		{
			heading: m.trends_category(),
			valueOf: ({ categories }) =>
				categories.map((code) => labelIn(choices.categories, code)).join('; ')
		},
		{ heading: m.committee_number(), valueOf: ({ caller_number }) => caller_number },
		{
			heading: m.portal_delivered_on(),
			kind: 'day',
			valueOf: ({ delivered_on }) => delivered_on
		},
		{ heading: m.portal_due_on(), kind: 'day', valueOf: ({ due_at }) => lastDayOf(due_at) },
		{ heading: m.committee_state(), valueOf: ({ state }) => stateLabels[state]?.() ?? state },
		{
			heading: m.portal_outcome(),
			valueOf: ({ outcome }) => outcome && (outcomeLabels[outcome]?.() ?? outcome)
		},
		{ heading: m.committee_narrative(), valueOf: ({ narrative }) => narrative },
		{
			heading: m.portal_answer_type(),
			valueOf: ({ answer }) => answer && answerTypeLabels[answer.answer_type]()
		},
		{
			heading: m.portal_answer_reason(),
			valueOf: ({ answer }) => answer && (reasonOf(answer.reason) ?? answer.reason)
		},
		{ heading: m.portal_answer(), valueOf: ({ answer }) => answer && answer.text },
		{
			heading: m.portal_answered_at(),
			kind: 'moment',
			valueOf: ({ answer }) => answer && answer.answered_at
		},
		{
			heading: m.portal_promise_due_on(),
			kind: 'day',
			valueOf: ({ answer }) => answer && answer.promise_due_on
		},
		{
			heading: m.portal_verdict(),
			valueOf: ({ answer }) => (answer?.verdict ? verdictLabels[answer.verdict]() : null)
		},
		{ heading: m.portal_verdict_text(), valueOf: ({ answer }) => answer && answer.verdict_text }
	];
}
