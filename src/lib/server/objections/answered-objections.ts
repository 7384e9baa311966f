import { z } from 'zod';
import { factsOfProof, flawsOf, type ConsentRecord } from '#lib/domain/objection/consent-record.ts';
import { objectionStates, proofRequestStates } from '#lib/domain/objection/states.ts';
import { objectionChannels } from '#lib/domain/objection/submission.ts';
import { decrypt, encrypt } from '../crypto/encryption.ts';
import { hashOfLinkToken } from '../crypto/link-token.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import type { StagedFile } from '../evidence/evidence.ts';
import { sharedIn } from './followed-objections.ts';
import { tokenHashesOf } from './proof-files.ts';
import { seal } from '../mail/outbox.ts';
import { renewFindingsSoon } from '../reports/renew-findings.ts';

/* What an organisation does with the link in the desk's mail, without an account. */

const sealed = { shared_encrypted: z.string().nullable(), key_id: z.string().nullable() };

const addressedObjection = z.object({
	...sealed,
	reference: z.string(),
	state: z.enum(objectionStates),
	organisation_name: z.string(),
	against: z.array(z.enum(objectionChannels)),
	lodged_at: z.string(),
	sent_at: z.string(),
	acknowledged_at: z.string().nullable(),
	processed_at: z.string().nullable()
});

const addressedProofRequest = z.object({
	...sealed,
	reference: z.string(),
	state: z.enum(proofRequestStates),
	organisation_name: z.string(),
	requested_at: z.string(),
	due_at: z.string(),
	answered_at: z.string().nullable(),
	locale: z.enum(['nl', 'en']),
	mail_encrypted: z.string().nullable()
});

const hashOf = ({ secrets }: Desk, token: string) => hashOfLinkToken(secrets.hash_key, token);

/** The objection behind a link, with what is shared until it is processed; null when there is none. */
export async function open(desk: Desk, token: string) {
	const { data, error } = await desk.service.rpc('open_objection', {
		token_hash: hashOf(desk, token)
	});
	if (error) unwrap('open_objection', { data, error });
	if (data === null) return null;
	const { shared_encrypted, key_id, ...rest } = addressedObjection.parse(data);
	return { ...rest, shared: sharedIn(desk, { shared_encrypted, key_id }) };
}

/** The organisation has it, or has processed it. @throws Refused `objection_cannot_move` */
export async function acknowledge(desk: Desk, token: string, is_processed: boolean) {
	const answer = await desk.service.rpc('acknowledge_objection', {
		token_hash: hashOf(desk, token),
		is_processed
	});
	unwrap('acknowledge_objection', answer);
	void desk.wakeOutbox();
}

async function loadProofRequest(desk: Desk, token: string) {
	const { data, error } = await desk.service.rpc('open_proof_request', {
		token_hash: hashOf(desk, token)
	});
	if (error) unwrap('open_proof_request', { data, error });
	return data === null ? null : addressedProofRequest.parse(data);
}

/** The request behind a link, with what is shared until it is answered; null when there is none. */
export async function openProofRequest(desk: Desk, token: string) {
	const request = await loadProofRequest(desk, token);
	if (request === null) return null;
	const { reference, state, organisation_name, requested_at, due_at, answered_at } = request;
	const shared = sharedIn(desk, request);
	return { reference, state, organisation_name, requested_at, due_at, answered_at, shared };
}

/**
 * The organisation shows the consent it has, with files, or says it has none. Who asked is mailed
 * the answer.
 * @throws Refused `proof_request_not_found`, `proof_request_answered`, `evidence_gone`,
 * `evidence_too_many`
 */
export async function answerProofRequest(
	desk: Desk,
	token: string,
	record: ConsentRecord,
	files: readonly StagedFile[] = []
) {
	const { encryption_keys } = desk.secrets;
	const answered_at = desk.now().toISOString();
	const request = await loadProofRequest(desk, token);
	const kept = encrypt(encryption_keys, JSON.stringify(record));
	const to = addressIn(desk, request);
	const answer = await desk.service.rpc('answer_proof_request', {
		token_hash: hashOf(desk, token),
		answered_at,
		has_consent: record.has_consent === 'yes',
		is_content_ok: flawsOf(record).length === 0,
		answer_encrypted: kept.ciphertext,
		key_id: kept.key_id,
		facts: factsOfProof(record, answered_at),
		token_hashes: tokenHashesOf(desk, files),
		...(to ? { mail: seal(desk, { to, record: JSON.stringify(record) }).sealed } : {})
	});
	unwrap('answer_proof_request', answer);
	void desk.wakeOutbox();
	await renewFindingsSoon(desk);
}

/** Where who asked is reached; the desk alone reads it. */
function addressIn({ secrets }: Desk, request: z.infer<typeof addressedProofRequest> | null) {
	if (!request?.mail_encrypted || !request.key_id) return null;
	const text = decrypt(secrets.encryption_keys, {
		key_id: request.key_id,
		ciphertext: request.mail_encrypted
	});
	return (JSON.parse(text) as { to: string }).to;
}
