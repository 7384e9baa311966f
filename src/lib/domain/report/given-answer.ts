import { z } from 'zod';
import { addDays, isDay } from '../calendar/days.ts';
import { answerReasons, answerTypes, type AnswerType } from './answers.ts';
import { plainText } from './plain-text.ts';
import { optional } from './submission.ts';

/* What an organisation sends about a report, with a form or with a program. */

const longestAnswer = 4000;
/** A promise for later than this is none. */
const furthestPromise = 365;

/** Text as it is kept, and the key of what is said when there is none. */
export const words = (missing: string, most = longestAnswer) =>
	z
		.string({ error: missing })
		.transform(plainText)
		.pipe(z.string().min(1, { error: missing }).max(most, { error: 'error_too_long' }));

/** To which type of answer a reason belongs; the codes are of one list. */
export const typeOfReason = (reason: string): AnswerType | undefined =>
	answerTypes.find((type) => answerReasons[type].includes(reason));

export const reasonOfAnswer = z
	.string({ error: 'error_reason_of_answer' })
	.refine((code) => typeOfReason(code) !== undefined, { error: 'error_reason_of_answer' });

/** The fields of every answer. */
export const answerFields = z.object({
	reason: reasonOfAnswer,
	text: words('error_answer_needed'),
	has_promise: z.boolean().default(false),
	promise_due_on: optional(z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' }))
});

type AnswerFields = z.output<typeof answerFields>;

/** What no answer may do, on a day in the Netherlands: promise what it does not accept, or too late. */
export function checkPromise(
	{ reason, has_promise, promise_due_on }: AnswerFields,
	refuse: (path: string, message: string) => void,
	today: string
): void {
	if (has_promise && typeOfReason(reason) !== 'accepted') {
		refuse('has_promise', 'error_promise_needs_acceptance');
	}
	if (!promise_due_on) return;
	if (!has_promise) refuse('has_promise', 'error_promise_unticked');
	if (promise_due_on < today || promise_due_on > addDays(today, furthestPromise)) {
		refuse('promise_due_on', 'error_promise_day');
	}
}

/** An answer with a reason of the closed list. The reason tells the type; who sends it too is held to it. */
export const givenAnswer = (today: string) =>
	answerFields
		.extend({ answer_type: z.enum(answerTypes, { error: 'error_answer_type' }).optional() })
		.superRefine((given, context) => {
			const refuse = (path: string, message: string) =>
				context.addIssue({ code: 'custom', path: [path], message });
			if (given.answer_type && given.answer_type !== typeOfReason(given.reason)) {
				refuse('reason', 'error_reason_unknown');
			}
			checkPromise(given, refuse, today);
		});
export type GivenAnswer = z.output<ReturnType<typeof givenAnswer>>;

/** A message to the reporter. */
export const messageToReporter = z.object({ text: words('error_message_needed', 2000) });
