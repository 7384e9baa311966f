import { z } from 'zod';
import { addDays, isDay } from '../calendar/days.ts';
import { answerReasons, answerTypes, type AnswerType } from './answers.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { plainText } from './plain-text.ts';
import { line, optional } from './submission.ts';

/* What a member of an organisation fills in to answer a report. */

const longestAnswer = 4000;
/** A promise for later than this is none. */
const furthestPromise = 365;

const text = (error: string, most: number) =>
	z
		.string({ error })
		.transform(plainText)
		.pipe(z.string().min(1, { error }).max(most, { error: 'error_too_long' }));

/** To which type of answer a reason belongs; the codes are of one list. */
export const typeOfReason = (reason: string): AnswerType | undefined =>
	answerTypes.find((type) => answerReasons[type].includes(reason));

const fields = z.object({
	reason: z
		.string({ error: 'error_reason_of_answer' })
		.refine((code) => typeOfReason(code) !== undefined, { error: 'error_reason_of_answer' }),
	text: text('error_answer_needed', longestAnswer).refine(
		(written) => unknownPlaceholders(written).length === 0,
		{ error: 'error_placeholder_unknown' }
	),
	has_promise: z.boolean().default(false),
	promise_due_on: optional(z.string().refine(isDay, { error: 'error_date' })),
	other_organisation: optional(line(120)),
	supervision_note: optional(text('error_text', longestAnswer))
});

/** An answer as it was filled in, on a day in the Netherlands. */
export const givenAnswer = (today: string) =>
	fields.superRefine(({ reason, has_promise, promise_due_on, other_organisation }, context) => {
		const refuse = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		const type = typeOfReason(reason);
		if (has_promise && type !== 'accepted') {
			refuse('has_promise', 'error_promise_needs_acceptance');
		}
		if (promise_due_on && !has_promise) refuse('has_promise', 'error_promise_unticked');
		if (
			promise_due_on &&
			(promise_due_on < today || promise_due_on > addDays(today, furthestPromise))
		) {
			refuse('promise_due_on', 'error_promise_day');
		}
		if (other_organisation && type !== 'not_ours') {
			refuse('other_organisation', 'error_other_organisation');
		}
	});

export type GivenAnswer = z.output<typeof fields>;

/** A text to begin answers with. */
export const answerTemplate = z.object({
	template_id: optional(z.uuid({ error: 'error_text' })),
	name: line(80).pipe(z.string().min(1, { error: 'error_template_name' })),
	reason: optional(
		z
			.string()
			.refine((code) => typeOfReason(code) !== undefined, { error: 'error_reason_of_answer' })
	),
	text: text('error_answer_needed', longestAnswer).refine(
		(written) => unknownPlaceholders(written).length === 0,
		{ error: 'error_placeholder_unknown' }
	)
});
