import { z } from 'zod';
import { categories } from '../report/taxonomy.ts';
import { caseStates, decisions } from './case.ts';

/* What is filled in for each act in a case. Messages are keys. */

const words = (most: number, needed: string) =>
	z
		.string({ error: needed })
		.trim()
		.min(1, { error: needed })
		.max(most, { error: 'error_too_long' });
const reason = words(2000, 'error_reason_needed');
const title = z
	.string({ error: 'error_case_title' })
	.trim()
	.min(3, { error: 'error_case_title' })
	.max(200, { error: 'error_too_long' });
const day = z.iso.date({ error: 'error_day' });
const typed = z.string().trim().max(120, { error: 'error_too_long' }).optional();

/** References of reports, as they are pasted: with spaces, commas or lines between them. */
const references = words(20_000, 'error_references_needed').transform((text, context) => {
	const found = [
		...new Set(
			text
				.toUpperCase()
				.split(/[\s,;]+/)
				.filter(Boolean)
		)
	];
	if (found.some((reference) => !/^\d{2}-[0-9A-HJKMNP-TV-Z]{6}$/.test(reference))) {
		context.addIssue({ code: 'custom', message: 'error_references_unreadable' });
	}
	return found;
});

/** A case that is opened, perhaps with all that was reported about somebody in a period. */
export const openCaseForm = z.object({
	title,
	practice: z.enum(categories).optional(),
	organisation: typed,
	organisation_id: z.uuid().optional(),
	first_number: typed,
	last_number: typed,
	first_on: day.optional(),
	last_on: day.optional(),
	signal_id: z.coerce.number().int().positive().optional(),
	/** A caller that the committee named without knowing an organisation. */
	caller_id: z.coerce.number().int().positive().optional()
});

export const caseForms = {
	change: z.object({ title, practice: z.enum(categories).optional() }),
	reports: z.object({ references }),
	remove: z.object({ report: words(20, 'error_references_needed'), remove_reason: reason }),
	party: z.object({ organisation: typed, first_number: typed, last_number: typed }),
	note: z.object({ note: words(6000, 'error_note_needed'), is_shared: z.boolean().default(false) }),
	task: z.object({ task_title: words(200, 'error_task_needed'), task_due_on: day.optional() }),
	finish: z.object({ task_id: z.coerce.number().int().positive() }),
	hearing: z.object({
		organisation_id: z.uuid({ error: 'error_organisation_needed' }),
		subject: words(200, 'error_subject_needed').min(3, { error: 'error_subject_needed' }),
		question: words(6000, 'error_question_needed').min(3, { error: 'error_question_needed' }),
		hearing_due_on: day
	}),
	decide: z.object({
		decision: z.enum(decisions, { error: 'error_decision_needed' }),
		reasons: words(6000, 'error_reason_needed').min(3, { error: 'error_reason_needed' }),
		statement: z.string().trim().min(3).max(3000, { error: 'error_too_long' }).optional(),
		is_published: z.boolean().default(false)
	}),
	move: z.object({ to: z.enum(caseStates), move_reason: reason }),
	share: z.object({})
} as const;

export type CaseAct = keyof typeof caseForms;
export const caseActs = Object.keys(caseForms) as CaseAct[];
export type CaseForm<Act extends CaseAct> = z.output<(typeof caseForms)[Act]>;

/** What an organisation answers when it is heard. */
export const hearingAnswerForm = z.object({
	reference: words(30, 'error_hearing_not_found'),
	answer: words(10_000, 'error_answer_needed')
});
