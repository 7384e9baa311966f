import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { parsePhoneNumber } from '../phone-number/parse-phone-number.ts';
import { line, optional, several, tick } from '../report/submission.ts';

/*
 * What somebody sends to have an objection passed on, or proof of consent asked for. Field names
 * are those of the form, the API and the columns. Messages are keys into the message files.
 */

/** An objection, a request for proof, or both at once. */
export const asks = ['objection', 'both', 'proof'] as const;
export type Ask = (typeof asks)[number];

/** Ways of being approached that one can object to. */
export const objectionChannels = ['phone', 'message', 'email', 'post', 'door'] as const;
export type ObjectionChannel = (typeof objectionChannels)[number];

/** How a consumer sent the letter. */
export const sentRoutes = ['mail', 'letter', 'web'] as const;
export type SentRoute = (typeof sentRoutes)[number];

const emailAddress = z
	.string({ error: 'error_email' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'error_email' })
	.pipe(z.email({ error: 'error_email' }));

const ownNumber = z.string({ error: 'error_own_number' }).transform((typed, context) => {
	const { e164, valid } = parsePhoneNumber(typed);
	if (valid && e164) return e164;
	context.addIssue({ code: 'custom', message: 'error_own_number' });
	return z.NEVER;
});

const fields = z.object({
	ask: z.enum(asks, { error: 'error_ask' }),
	organisation_id: optional(z.uuid({ error: 'error_organisation' })),
	organisation_name: optional(line(120)),
	against: several(z.enum(objectionChannels, { error: 'error_against' }), 5),
	phone_numbers: several(ownNumber, 3),
	shared_email: optional(emailAddress),
	address: optional(line(200)),
	name: optional(line(120)),
	email: optional(emailAddress),
	may_test_later_reports: tick,
	report_link: optional(z.string().max(100, { error: 'error_too_long' })),
	locale: z.preprocess((value) => value ?? 'nl', z.enum(['nl', 'en'], { error: 'error_locale' }))
});

/** What must be known, and shared, to stop each way of approaching somebody. */
const neededFor: Record<ObjectionChannel, 'phone_numbers' | 'shared_email' | 'address'> = {
	phone: 'phone_numbers',
	message: 'phone_numbers',
	email: 'shared_email',
	post: 'address',
	door: 'address'
};

/** An objection as sent, checked as far as it can be without a clock and a database. */
export const objectionSubmission = fields.superRefine((sent, context) => {
	const missing = (path: string, message: string) =>
		context.addIssue({ code: 'custom', path: [path], message });
	if (!sent.organisation_id && !sent.organisation_name) {
		missing('organisation_name', 'error_organisation_needed');
	}
	if (sent.ask !== 'proof' && sent.against.length === 0) missing('against', 'error_against');
	const needed = new Set(
		sent.ask === 'proof' ? [] : sent.against.map((channel) => neededFor[channel])
	);
	if (needed.has('phone_numbers') && sent.phone_numbers.length === 0) {
		missing('phone_numbers', 'error_own_number_needed');
	}
	if (needed.has('shared_email') && !sent.shared_email) {
		missing('shared_email', 'error_shared_email_needed');
	}
	if (needed.has('address') && !sent.address) missing('address', 'error_address_needed');
	if (sent.ask === 'proof' && sent.phone_numbers.length === 0 && !sent.shared_email) {
		missing('phone_numbers', 'error_identifier_needed');
	}
	if (sent.may_test_later_reports && !sent.email) missing('email', 'error_email_to_test');
});

export type ObjectionSubmission = z.output<typeof objectionSubmission>;

/** The consumer sent the letter: on which day, and how. */
export const letterSent = z.object({
	sent_on: z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' }),
	route: z.enum(sentRoutes, { error: 'error_sent_route' })
});
