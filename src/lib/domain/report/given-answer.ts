import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { answerReasons, answerTypes } from './answers.ts';
import { plainText } from './plain-text.ts';
import { optional } from './submission.ts';

/* What an organisation sends about a report. */

const words = (most: number, missing: string) =>
	z
		.string({ error: missing })
		.transform(plainText)
		.pipe(z.string().min(1, { error: missing }).max(most, { error: 'error_too_long' }));

/** An answer, with a reason of the closed list. */
export const givenAnswer = z
	.object({
		answer_type: z.enum(answerTypes, { error: 'error_answer_type' }),
		reason: z.string({ error: 'error_reason_unknown' }),
		text: words(4000, 'error_answer_needed'),
		has_promise: z.boolean().default(false),
		promise_due_on: optional(
			z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' })
		)
	})
	.superRefine(({ answer_type, reason, has_promise, promise_due_on }, context) => {
		if (!answerReasons[answer_type].includes(reason)) {
			context.addIssue({ code: 'custom', path: ['reason'], message: 'error_reason_unknown' });
		}
		if (has_promise && answer_type !== 'accepted') {
			context.addIssue({
				code: 'custom',
				path: ['has_promise'],
				message: 'error_promise_needs_acceptance'
			});
		}
		if (promise_due_on !== null && !has_promise) {
			context.addIssue({
				code: 'custom',
				path: ['promise_due_on'],
				message: 'error_promise_needs_acceptance'
			});
		}
	});
export type GivenAnswer = z.output<typeof givenAnswer>;

/** A message to the reporter. */
export const messageToReporter = z.object({ text: words(2000, 'error_message_needed') });
