import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { instantAt } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import { sharedOf } from '#lib/domain/objection/identifiers.ts';
import { objectionStates, proofRequestStates } from '#lib/domain/objection/states.ts';
import type { ObjectionSubmission } from '#lib/domain/objection/submission.ts';
import { proofBy } from '#lib/domain/objection/terms.ts';
import { encrypt } from '../crypto/encryption.ts';
import { followCodeOf, hashOfFollowCode } from '../crypto/follow-code.ts';
import { digestOf, keyedHash } from '../crypto/keyed-hash.ts';
import { hashOfLinkToken, linkTokenOf } from '../crypto/link-token.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';
import { loadObjectionTerms } from './objection-terms.ts';
import { reportOfLink } from '../following/report-link.ts';

const addressee = z.object({
	organisation_id: z.string(),
	name: z.string(),
	objection_email: z.string().nullable(),
	objection_url: z.string().nullable()
});

const receipt = z.object({
	is_repeated: z.boolean(),
	objection: z.object({ reference: z.string(), state: z.enum(objectionStates) }).nullable(),
	proof_request: z.object({ reference: z.string(), state: z.enum(proofRequestStates) }).nullable()
});

/** What somebody is told after lodging. */
export const lodgedObjection = z.object({
	is_repeated: z.boolean(),
	follow_code: z.string(),
	organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
	/** False: the desk has no address, and there is a letter to send. */
	is_sent_by_desk: z.boolean(),
	objection: z.object({ reference: z.string(), status: z.enum(objectionStates) }).nullable(),
	proof_request: z.object({ reference: z.string(), status: z.enum(proofRequestStates) }).nullable()
});

export type LodgedObjection = z.infer<typeof lodgedObjection>;

/**
 * Lodges an objection, a request for proof of consent, or both. It is mailed to the organisation
 * when it takes objections by mail; otherwise there is a letter to send. The same words with the
 * same `clientKey` again are lodged once. What seems to come from a machine the desk mails to nobody:
 * whoever it is after all has the letter.
 * @throws Refused `organisation_not_found`
 */
export async function lodge(
	desk: Desk,
	sent: ObjectionSubmission,
	{ clientKey = randomUUID(), isSuspect = false }: { clientKey?: string; isSuspect?: boolean } = {}
): Promise<LodgedObjection> {
	const { hash_key, encryption_keys } = desk.secrets;
	const lodgedAt = desk.now();
	const key = `objection\0${clientKey}\0${digestOf(JSON.stringify(sent))}`;
	const [organisation, terms] = await Promise.all([
		findAddressee(desk, sent),
		loadObjectionTerms(desk)
	]);
	const to = isSuspect ? null : organisation?.objection_email;
	const follow_code = followCodeOf(hash_key, key);
	const tokenFor = (purpose: string) => linkTokenOf(hash_key, purpose, key);
	const hashFor = (purpose: string) => hashOfLinkToken(hash_key, tokenFor(purpose));
	const shared = JSON.stringify(sharedOf(sent));
	const mailTo = (purpose: string) =>
		to ? seal(desk, { to, shared, token: tokenFor(purpose) }).sealed : null;

	const answer = await desk.service.rpc('lodge_objection', {
		submission: {
			client_key: keyedHash(hash_key, 'client key', key),
			follow_code_hash: hashOfFollowCode(hash_key, follow_code),
			is_objection: sent.ask !== 'proof',
			is_proof_request: sent.ask !== 'objection',
			organisation_id: organisation?.organisation_id ?? null,
			organisation_name: organisation?.name ?? sent.organisation_name,
			against: sent.against,
			is_sent_by_desk: Boolean(to),
			locale: sent.locale,
			report_reference: reportOfLink(desk, sent.report_link),
			lodged_at: lodgedAt.toISOString(),
			proof_due_at: endOf(proofBy(lodgedAt, terms)).toISOString(),
			may_test_later_reports: sent.may_test_later_reports,
			reporter_keys: reporterKeys(desk, sent),
			shared_encrypted: encrypt(encryption_keys, shared).ciphertext,
			mail_encrypted:
				sent.email && !isSuspect
					? seal(desk, { to: sent.email, token: tokenFor('consumer') }).sealed
					: null,
			key_id: encryption_keys[0]!.id,
			objection_token_hash: hashFor('objection'),
			proof_token_hash: hashFor('proof'),
			consumer_token_hash: hashFor('consumer'),
			objection_mail: mailTo('objection'),
			proof_mail: mailTo('proof')
		}
	});
	const { objection, proof_request, is_repeated } = receipt.parse(
		unwrap('lodge_objection', answer)
	);
	void desk.wakeOutbox();
	return {
		is_repeated,
		follow_code,
		organisation: organisation && { id: organisation.organisation_id, name: organisation.name },
		is_sent_by_desk: Boolean(to),
		objection: objection && { reference: objection.reference, status: objection.state },
		proof_request: proof_request && {
			reference: proof_request.reference,
			status: proof_request.state
		}
	};
}

/** The first moment after a Dutch day. */
export const endOf = (day: string) => instantAt(addDays(day, 1), '00:00');

/** By what somebody is known again in a later report: address and own numbers, as keyed hashes. */
export function reporterKeys(
	{ secrets }: Desk,
	{ email, phone_numbers = [] }: { email: string | null; phone_numbers?: string[] }
): string[] {
	const numbers = phone_numbers.map((own) => keyedHash(secrets.hash_key, 'reporter number', own));
	return email ? [keyedHash(secrets.hash_key, 'reporter', email), ...numbers] : numbers;
}

async function findAddressee(desk: Desk, sent: ObjectionSubmission) {
	const { data, error } = await desk.service.rpc('find_addressee', {
		organisation_id: sent.organisation_id as string,
		organisation_name: sent.organisation_name as string
	});
	if (error) unwrap('find_addressee', { data, error });
	if (data !== null) return addressee.parse(data);
	if (sent.organisation_name === null) throw new Refused('organisation_not_found', 404);
	return null;
}
