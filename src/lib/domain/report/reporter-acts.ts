import { z } from 'zod';
import { verdicts, type Verdict } from './answers.ts';
import { plainLine, plainText } from './plain-text.ts';
import type { ReportState } from './states.ts';
import { canMove } from './states.ts';
import { optional } from './submission.ts';

/* What a reporter sends after an organisation has the report, and when that makes sense. */

const longestText = 2000;

const words = z
	.string({ error: 'error_message_needed' })
	.transform(plainText)
	.pipe(
		z
			.string()
			.min(1, { error: 'error_message_needed' })
			.max(longestText, { error: 'error_too_long' })
	);

/** Whom a reporter can write to. */
export const addressees = ['organisation', 'committee'] as const;

export const reporterMessage = z.object({
	to: z.enum(addressees, { error: 'error_addressee' }),
	text: words
});
export type ReporterMessage = z.output<typeof reporterMessage>;

/** What the reporter thinks of the answer; `reopen` asks for another one. */
export const givenVerdict = z.object({
	verdict: z.enum(verdicts, { error: 'error_verdict' }),
	text: optional(words),
	reopen: z.boolean().default(false)
});
export type GivenVerdict = z.output<typeof givenVerdict>;

export const promiseCheck = z.object({
	is_kept: z.boolean({ error: 'error_promise_kept' })
});

/** It was another organisation: by name, or by its id. */
export const redirection = z
	.object({
		organisation_id: optional(z.uuid({ error: 'error_organisation' })),
		organisation_name: optional(
			z
				.string({ error: 'error_text' })
				.transform(plainLine)
				.pipe(z.string().max(120, { error: 'error_too_long' }))
		)
	})
	.superRefine(({ organisation_id, organisation_name }, context) => {
		if (organisation_id === null && organisation_name === null) {
			context.addIssue({
				code: 'custom',
				path: ['organisation_name'],
				message: 'error_organisation_name_needed'
			});
		}
	});
export type Redirection = z.output<typeof redirection>;

/** What of an answer decides what can still be said of it. */
type JudgedAnswer = { verdict: Verdict | null; verdict_by: string; is_reopened: boolean };

const isInWindow = ({ verdict_by }: JudgedAnswer, now: Date) =>
	Date.parse(verdict_by) > now.getTime();

/** Whether the newest answer waits for its verdict. */
export const canJudge = (state: ReportState, answer: JudgedAnswer | undefined, now: Date) =>
	state === 'answered' && answer !== undefined && isInWindow(answer, now);

/** Whether a report that was closed by a verdict may still be reopened. */
export const canReopen = (state: ReportState, answer: JudgedAnswer | undefined, now: Date) =>
	state === 'closed' &&
	answer !== undefined &&
	answer.verdict !== null &&
	!answer.is_reopened &&
	isInWindow(answer, now);

/** Whether the reporter may say that it was another organisation. */
export const canRedirect = (state: ReportState) =>
	state === 'unattributed' || canMove(state, 'redirected');

/** Whom the reporter may write to now. */
export function canWriteTo(
	state: ReportState,
	isAttributed: boolean
): (typeof addressees)[number][] {
	if (['received', 'closed', 'withdrawn', 'anonymised'].includes(state)) return [];
	return isAttributed && state !== 'held' ? ['organisation', 'committee'] : ['committee'];
}
