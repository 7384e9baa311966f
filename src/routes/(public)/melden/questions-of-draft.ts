import { contactMoments } from '#lib/domain/report/contact-moments.ts';
import type { AskedQuestion } from '#lib/domain/rules/asked-question.ts';
import { reportSubmission } from '#lib/domain/report/submission.ts';
import {
	parseCallerNumber,
	saysNumberWasHidden
} from '#lib/domain/phone-number/parse-phone-number.ts';
import type { Desk } from '#lib/server/desk.ts';
import * as questions from '#lib/server/rights/questions.ts';
import type { ReportDraft } from './report-draft.ts';

/** The questions for a report as far as it is filled in; what is wrong in it counts as unknown. */
export async function questionsOfDraft(
	desk: Desk,
	draft: ReportDraft,
	locale: 'nl' | 'en'
): Promise<AskedQuestion[]> {
	if (!draft.kind || !draft.channel) return [];
	const { shape } = reportSubmission;
	const number = parseCallerNumber(draft.caller_number);
	const sector = shape.sector.safeParse(draft.sector);
	const name = shape.organisation_name.safeParse(draft.organisation_name);
	const contacts = shape.contacts.safeParse(draft.contacts);
	const when = contactMoments(
		{
			contact_when: draft.contact_when || null,
			contacts: contacts.data ?? [],
			contact_at: null
		},
		desk.now()
	);
	return questions.ask(
		desk,
		{
			kind: draft.kind,
			channel: draft.channel,
			sector: sector.data ?? null,
			organisation_id: null,
			organisation_name: name.data ?? null,
			caller_number: number?.e164 ?? null,
			moments: when.ok ? when.moments : [],
			facts: saysNumberWasHidden(draft.caller_number) ? { number_display: 'hidden' } : {}
		},
		locale
	);
}
