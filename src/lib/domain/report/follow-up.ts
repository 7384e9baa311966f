import { z } from 'zod';
import { contactMoments, type ContactIssue, type ContactMoment } from './contact-moments.ts';
import { plainText } from './plain-text.ts';
import { contact, contactAt, optional } from './submission.ts';
import type { ReportState } from './states.ts';
import { canMove } from './states.ts';

/* What a reporter sends about a report that was filed before. */

const longestReason = 1000;

/** Why a report is withdrawn, if the reporter cares to say. */
export const withdrawal = z.object({
	reason: optional(
		z
			.string({ error: 'error_text' })
			.transform(plainText)
			.pipe(z.string().max(longestReason, { error: 'error_too_long' }))
	)
});

/** It happened again: a day and perhaps a time, or one moment in one field as the API takes it. */
export const repeatedContact = contact
	.extend({ contact_at: contactAt })
	.superRefine(({ on, contact_at }, context) => {
		if (on === null && contact_at === null) {
			context.addIssue({ code: 'custom', path: ['on'], message: 'error_date_needed' });
		}
	});

export type RepeatedContact = z.output<typeof repeatedContact>;

/** The moment that was meant, or what only the clock proves wrong with it. */
export function repeatedMoment(
	{ on, time, contact_at }: RepeatedContact,
	now: Date
): { ok: true; moment: ContactMoment } | { ok: false; issues: ContactIssue[] } {
	const contacts = contact_at === null ? [{ on, time }] : [];
	const when = contactMoments({ contact_when: null, contacts, contact_at }, now);
	if (when.ok) return { ok: true, moment: when.moments[0]! };
	const issues = when.issues.map(({ path, message }) => ({
		path: path.replace('contacts[0].', ''),
		message
	}));
	return { ok: false, issues };
}

/** Whether the reporter may still take the report back. */
export const canWithdraw = (state: ReportState) => canMove(state, 'withdrawn');

/** Whether "it happened again" still belongs to this report; else it is a new one. */
export const canAddContact = (state: ReportState) =>
	state !== 'closed' && state !== 'withdrawn' && state !== 'anonymised';
