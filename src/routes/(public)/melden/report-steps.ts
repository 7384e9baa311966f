import { m } from '#lib/paraglide/messages.js';
import type { ReportDraft } from './report-draft.ts';

/** What the reporter is asked, one step at a time; each field stands in one step. */
export const reportSteps = [
	{ id: 'kind', question: m.report_kind, fields: ['kind'] },
	{ id: 'channel', question: m.report_channel, fields: ['channel'] },
	{ id: 'who', question: m.report_who, fields: ['caller_number', 'organisation_name', 'sector'] },
	{ id: 'when', question: m.report_when, fields: ['contact_when', 'contacts'] },
	{ id: 'questions', question: m.report_questions, fields: ['answers'] },
	{
		id: 'story',
		question: (kind?: string) =>
			kind === 'compliment' ? m.report_praise_story() : m.report_story(),
		fields: ['narrative', 'categories']
	},
	{
		id: 'last',
		question: m.report_last,
		fields: ['evidence', 'postcode4', 'email']
	}
] as const;

export type StepId = (typeof reportSteps)[number]['id'];
/** What is wrong with a field, in the reader's words. */
export type FieldIssue = { path: string; text: string };

/** Where a step stands on the page. */
export const stepAnchor = (id: StepId) => `step-${id}`;

/** The step that an address points to. */
export const stepOfHash = (hash: string): StepId | undefined =>
	reportSteps.find(({ id }) => hash === `#${stepAnchor(id)}`)?.id;

/** The step in which a field stands; what concerns the whole is asked in `who`. */
export function stepOfField(path: string): StepId {
	const [field] = path.split(/[.[]/);
	return (
		reportSteps.find(({ fields }) => (fields as readonly string[]).includes(field!))?.id ?? 'who'
	);
}

/**
 * What keeps the reporter from going on: the little that is clear at once. The server looks at
 * everything again.
 */
export function checkStep(id: StepId, draft: ReportDraft): FieldIssue[] {
	switch (id) {
		case 'kind':
			return draft.kind ? [] : [{ path: 'kind', text: m.error_kind() }];
		case 'channel':
			return draft.channel ? [] : [{ path: 'channel', text: m.error_channel() }];
		case 'story': {
			const subject = draft.caller_number + draft.organisation_name + draft.narrative;
			return subject.trim() ? [] : [{ path: 'narrative', text: m.error_report_needs_substance() }];
		}
		case 'last':
			return draft.postcode4 && !/^\s*[1-9]\d{3}\s*([a-z]{2}\s*)?$/i.test(draft.postcode4)
				? [{ path: 'postcode4', text: m.error_postcode() }]
				: [];
		default:
			return [];
	}
}
