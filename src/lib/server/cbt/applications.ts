import { z } from 'zod';
import {
	answersIn,
	applicantKinds,
	relations,
	type ApplicationChange,
	type ApplicationForm
} from '#lib/domain/cbt/application.ts';
import { encrypt } from '../crypto/encryption.ts';
import { digestOf, keyedHash } from '../crypto/keyed-hash.ts';
import { hashOfLinkToken, linkTokenOf } from '../crypto/link-token.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';
import { application, type Application } from './application-shape.ts';

/* What an organisation does that asks for a longer customer term, with the link the desk mails. */

/** Who files an application: only the secretariat reads it. */
export const applicant = z.object({
	contact_name: z.string(),
	email: z.string(),
	invoice_address: z.string(),
	invoice_note: z.string().nullable()
});
export type Applicant = z.infer<typeof applicant>;

/** Takes an application. The same form again is one application; gives the secret of its link. */
export async function apply(
	desk: Desk,
	sent: ApplicationForm,
	clientKey: string
): Promise<{ token: string }> {
	const { hash_key, encryption_keys } = desk.secrets;
	const key = `cbt\0${clientKey}\0${digestOf(JSON.stringify(sent))}`;
	const token = linkTokenOf(hash_key, 'cbt', key);
	const contact = applicant.parse(sent);
	const answer = await desk.service.rpc('apply_for_longer_term', {
		application: {
			...fieldsOf(sent),
			client_key: keyedHash(hash_key, 'client key', key),
			token_hash: hashOfLinkToken(hash_key, token),
			kind: sent.kind,
			organisation_name: sent.organisation_name,
			locale: sent.locale,
			contact_encrypted: encrypt(encryption_keys, JSON.stringify(contact)).ciphertext,
			mail_encrypted: seal(desk, { to: sent.email, token }).sealed,
			key_id: encryption_keys[0]!.id
		}
	});
	unwrap('apply_for_longer_term', answer);
	void desk.wakeOutbox();
	return { token };
}

const fieldsOf = (sent: ApplicationChange) => ({
	on_behalf_of: sent.on_behalf_of,
	kvk_number: sent.kvk_number,
	relation: sent.relation,
	asked_months: sent.asked_months,
	answers: answersIn(sent)
});

const hashOf = ({ secrets }: Desk, token: string) => hashOfLinkToken(secrets.hash_key, token);

/** The application behind a link; null when there is none. */
export async function follow(desk: Desk, token: string): Promise<Application | null> {
	const { data, error } = await desk.service.rpc('follow_application', {
		token_hash: hashOf(desk, token)
	});
	if (error) unwrap('follow_application', { data, error });
	return data === null ? null : application.parse(data);
}

/**
 * Changes an application, or adds what was asked for.
 * @throws Refused `application_not_found`, `application_cannot_change`
 */
export async function change(desk: Desk, token: string, sent: ApplicationChange): Promise<void> {
	const answer = await desk.service.rpc('change_application', {
		token_hash: hashOf(desk, token),
		changed: fieldsOf(sent)
	});
	unwrap('change_application', answer);
}

/** @throws Refused `application_not_found`, `application_cannot_move` */
export async function withdraw(desk: Desk, token: string): Promise<void> {
	const answer = await desk.service.rpc('withdraw_application', {
		token_hash: hashOf(desk, token)
	});
	unwrap('withdraw_application', answer);
	void desk.wakeOutbox();
}

const register = z.object({
	fees: z.record(z.enum(applicantKinds), z.number()),
	advices: z.array(
		z.object({
			organisation_name: z.string(),
			relation: z.enum(relations),
			outcome: z.enum(['granted', 'rejected']),
			term_months: z.number().nullable(),
			valid_from: z.string().nullable(),
			valid_until: z.string().nullable(),
			ended_on: z.string().nullable(),
			summary: z.string(),
			advised_on: z.string()
		})
	)
});
export type AdviceRegister = z.infer<typeof register>;

/** What an application costs in euros, before VAT, and the advice that was published. */
export async function loadRegister(desk: Desk): Promise<AdviceRegister> {
	return register.parse(unwrap('advice_register', await desk.anonymous.rpc('advice_register')));
}
