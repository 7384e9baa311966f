import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { answerReasons, answerTypes, type AnswerType } from './answers.ts';
import { plainText } from './plain-text.ts';
import { optional, tick } from './submission.ts';

/** A reason that says by itself of which type the answer is: `accepted.apology`. */
const reasonOfType = z.string({ error: 'error_reason_of_answer' }).transform((chosen, context) => {
	const [type, reason] = chosen.split('.') as [AnswerType, string?];
	if (answerTypes.includes(type) && reason && answerReasons[type].includes(reason)) {
		return { answer_type: type, reason };
	}
	context.addIssue({ code: 'custom', message: 'error_reason_of_answer' });
	return z.NEVER;
});

/** What an organisation fills in to answer a report. */
export const answerForm = z
	.object({
		answer_reason: reasonOfType,
		text: z
			.string({ error: 'error_answer_needed' })
			.transform(plainText)
			.pipe(
				z.string().min(1, { error: 'error_answer_needed' }).max(6000, { error: 'error_too_long' })
			),
		has_promise: tick,
		promise_due_on: optional(
			z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' })
		)
	})
	.superRefine(({ answer_reason, has_promise, promise_due_on }, context) => {
		if ((has_promise || promise_due_on) && answer_reason.answer_type !== 'accepted') {
			context.addIssue({
				code: 'custom',
				path: ['has_promise'],
				message: 'error_promise_needs_acceptance'
			});
		}
	});
export type AnswerForm = z.output<typeof answerForm>;
