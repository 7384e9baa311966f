import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { plainText } from '../report/plain-text.ts';
import { line, optional } from '../report/submission.ts';

/*
 * What an organisation shows of the consent it says it has. What makes it good is in rules 5, 6
 * and 18 of the catalogue: given by an act of one's own, apart from other things, to a named
 * organisation, for this way of contact, and verified before the contact.
 */

/** How it was verified that who gave consent is who was approached. */
export const verifications = ['link', 'code', 'announced_call', 'other', 'none'] as const;

const yesNo = z.enum(['yes', 'no'], { error: 'error_yes_or_no' });
const text = (most: number) =>
	z
		.string({ error: 'error_text' })
		.transform(plainText)
		.pipe(z.string().max(most, { error: 'error_too_long' }));

const fields = z.object({
	has_consent: z.enum(['yes', 'no'], { error: 'error_has_consent' }),
	given_on: optional(z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' })),
	given_time: optional(
		z.string({ error: 'error_time' }).regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, {
			error: 'error_time'
		})
	),
	text_shown: optional(text(3000)),
	source: optional(line(500)),
	ip_address: optional(line(45)),
	asked_by: optional(line(200)),
	is_active: optional(yesNo),
	is_separate: optional(yesNo),
	names_organisation: optional(yesNo),
	names_channel: optional(yesNo),
	verification: optional(z.enum(verifications, { error: 'error_verification' })),
	explanation: optional(text(3000))
});

/** Fields without which a consent cannot be judged at all. */
const neededForProof = [
	'given_on',
	'text_shown',
	'source',
	'asked_by',
	'is_active',
	'is_separate',
	'names_organisation',
	'names_channel',
	'verification'
] as const;

/** The answer of an organisation to a request for proof. */
export const consentRecord = fields.superRefine((record, context) => {
	if (record.has_consent === 'no') return;
	for (const name of neededForProof) {
		if (record[name] === null) {
			context.addIssue({ code: 'custom', path: [name], message: 'error_proof_needs' });
		}
	}
});

export type ConsentRecord = z.output<typeof consentRecord>;

/** What a consent may lack, as the rules ask it. */
export const consentFlaws = [
	'none_given',
	'not_active',
	'not_separate',
	'organisation_not_named',
	'channel_not_named',
	'not_verified'
] as const;
export type ConsentFlaw = (typeof consentFlaws)[number];

/** What is missing in the consent that was shown; nothing when it is as the rules ask. */
export function flawsOf(record: ConsentRecord): ConsentFlaw[] {
	if (record.has_consent === 'no') return ['none_given'];
	const flaws: [boolean, ConsentFlaw][] = [
		[record.is_active !== 'yes', 'not_active'],
		[record.is_separate !== 'yes', 'not_separate'],
		[record.names_organisation !== 'yes', 'organisation_not_named'],
		[record.names_channel !== 'yes', 'channel_not_named'],
		[record.verification === 'none' || record.verification === null, 'not_verified']
	];
	return flaws.filter(([isThere]) => isThere).map(([, flaw]) => flaw);
}

/** What the rules learn from the answer, in the names of their facts; days in Dutch time. */
export function factsOfProof(record: ConsentRecord, receivedAt: string) {
	const received = {
		proof_received_at: receivedAt,
		proof_content_ok: flawsOf(record).length === 0 ? 'yes' : 'no'
	};
	if (record.has_consent === 'no') return received;
	return {
		...received,
		consent_claimed: 'yes',
		consent_at: record.given_time ? `${record.given_on}T${record.given_time}` : record.given_on,
		consent_active: record.is_active,
		consent_separate: record.is_separate,
		consent_names_org: record.names_organisation,
		consent_for_phone: record.names_channel,
		consent_verified: record.verification === 'none' ? 'no' : 'yes'
	};
}
