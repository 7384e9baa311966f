import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { emailAddress, kvkNumber } from '../organisation/card.ts';
import { plainText } from '../report/plain-text.ts';
import { line, optional, tick } from '../report/submission.ts';

/*
 * What an organisation sends that asks the CBT for a longer customer term, and what the secretariat
 * sends back. Field names are those of the forms and the columns. The fee follows from the kind.
 */

/** The kinds of organisation that pay another fee; `hub.cbt_fees` holds the same. */
export const applicantKinds = ['commercial', 'non_profit'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** How somebody came to be a customer. */
export const relations = ['contract', 'purchase', 'donation', 'membership'] as const;
export type Relation = (typeof relations)[number];

/** What a balance test has to tell; `hub.cbt_questions` holds the same. */
export const balanceQuestions = [
	'activity',
	'necessity',
	'interests',
	'impact',
	'safeguards',
	'factors'
] as const;
export type BalanceQuestion = (typeof balanceQuestions)[number];

/** What an application may still lack. */
export const missable = [...balanceQuestions, 'kvk_number'] as const;

const text = (most: number) =>
	z
		.string({ error: 'error_text' })
		.transform(plainText)
		.pipe(z.string().max(most, { error: 'error_too_long' }));

/** A term in months: longer than that of the code, which is what is asked for. */
const months = z
	.number({ error: 'error_cbt_months' })
	.int({ error: 'error_cbt_months' })
	.min(37, { error: 'error_cbt_months' })
	.max(600, { error: 'error_cbt_months' });

const changeable = {
	on_behalf_of: optional(text(2000)),
	kvk_number: optional(kvkNumber),
	relation: z.enum(relations, { error: 'error_cbt_relation' }),
	asked_months: months,
	...(Object.fromEntries(
		balanceQuestions.map((question) => [question, optional(text(5000))])
	) as Record<BalanceQuestion, ReturnType<typeof optional<ReturnType<typeof text>>>>)
};

/** What can be changed later: the reasons and the term, not who asks. */
export const applicationChange = z.object(changeable);
export type ApplicationChange = z.output<typeof applicationChange>;

/** An application. The reasons may come later: the desk tells what is missing. */
export const applicationForm = z.object({
	kind: z.enum(applicantKinds, { error: 'error_cbt_kind' }),
	organisation_name: line(120).pipe(z.string().min(2, { error: 'error_claim_name' })),
	contact_name: line(120).pipe(z.string().min(2, { error: 'error_text' })),
	email: emailAddress,
	invoice_address: text(500).pipe(z.string().min(5, { error: 'error_text' })),
	invoice_note: optional(line(120)),
	locale: z.preprocess((value) => value ?? 'nl', z.enum(['nl', 'en'], { error: 'error_locale' })),
	...changeable
});
export type ApplicationForm = z.output<typeof applicationForm>;

/** The answers of a balance test, without those that were left out. */
export function answersIn(sent: ApplicationChange): Partial<Record<BalanceQuestion, string>> {
	const given = balanceQuestions.map((question) => [question, sent[question]] as const);
	return Object.fromEntries(given.filter(([, answer]) => answer !== null));
}

const day = z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' });

/** An advice: granted for some organisations and some time, or not. */
export const adviceForm = z
	.object({
		outcome: z.enum(['granted', 'rejected'], { error: 'error_cbt_outcome' }),
		term_months: optional(months),
		valid_from: optional(day),
		valid_until: optional(day),
		organisations: optional(text(2000)),
		grounds: text(20_000).pipe(z.string().min(1, { error: 'error_text' })),
		summary: optional(text(2000)),
		is_published: tick
	})
	.superRefine((advice, context) => {
		const refuse = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (advice.is_published && advice.summary === null) refuse('summary', 'error_cbt_summary');
		if (advice.outcome === 'rejected') return;
		if (advice.term_months === null) refuse('term_months', 'error_cbt_months');
		if (advice.valid_from === null) refuse('valid_from', 'error_date');
		if (advice.valid_until === null) refuse('valid_until', 'error_date');
		else if (advice.valid_from !== null && advice.valid_until < advice.valid_from) {
			refuse('valid_until', 'error_cbt_valid_until');
		}
		if (advice.organisations === null) refuse('organisations', 'error_organisation');
	});
export type AdviceForm = z.output<typeof adviceForm>;
