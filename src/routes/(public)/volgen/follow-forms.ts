import { z } from 'zod';
import { givenVerdict, reporterMessage } from '#lib/domain/report/reporter-acts.ts';
import { emailAddress } from '#lib/domain/report/submission.ts';

/*
 * The forms of this page. They stand on one page, so each field has a name of its own; what comes
 * out is what the domain knows.
 */

export const messageForm = z
	.object({ message_to: reporterMessage.shape.to, message_text: reporterMessage.shape.text })
	.transform(({ message_to, message_text }) => ({ to: message_to, text: message_text }));

/** One question where the domain has two: what of the answer, and whether to ask for another. */
export const verdictForm = z
	.object({
		verdict: z.enum(['solved', 'not_solved', 'reopen'], { error: 'error_verdict' }),
		verdict_text: givenVerdict.shape.text
	})
	.transform(({ verdict, verdict_text }) => ({
		verdict: verdict === 'solved' ? ('solved' as const) : ('not_solved' as const),
		text: verdict_text,
		reopen: verdict === 'reopen'
	}));

export const reopenForm = z
	.object({ reopen_text: givenVerdict.shape.text })
	.transform(({ reopen_text }) => ({
		verdict: 'not_solved' as const,
		text: reopen_text,
		reopen: true
	}));

/** Whether the promise was kept. */
export const promiseForm = z
	.object({ promise: z.enum(['kept', 'broken'], { error: 'error_promise_kept' }) })
	.transform(({ promise }) => promise === 'kept');

export const erasure = z.object({ is_erase_sure: z.literal(true, { error: 'error_erase_sure' }) });

/** Six digits, however they are spaced. */
export const codeEntry = z.object({
	mail_code: z
		.string({ error: 'error_mail_code' })
		.transform((typed) => typed.replaceAll(/[\s-]/g, ''))
		.pipe(z.string().regex(/^\d{6}$/, { error: 'error_mail_code' }))
});

export const linkRequest = z.object({ link_email: emailAddress });
