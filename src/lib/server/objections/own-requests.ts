import { z } from 'zod';
import { factsOfProof, flawsOf, type ConsentRecord } from '#lib/domain/objection/consent-record.ts';
import { objectionStates, proofRequestStates } from '#lib/domain/objection/states.ts';
import { objectionChannels } from '#lib/domain/objection/submission.ts';
import { decrypt, encrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import type { StagedFile } from '../evidence/evidence.ts';
import { seal } from '../mail/outbox.ts';
import { renewFindingsSoon } from '../reports/renew-findings.ts';
import { sharedIn } from './followed-objections.ts';
import { tokenHashesOf } from './proof-files.ts';

/* Objections and requests for proof, for members who signed in, with their own rights. */

const opened = z.object({
	kind: z.enum(['objection', 'proof']),
	reference: z.string(),
	state: z.enum([...objectionStates, ...proofRequestStates]),
	against: z.array(z.enum(objectionChannels)),
	sent_at: z.string(),
	norm_at: z.string().nullable(),
	due_at: z.string(),
	acknowledged_at: z.string().nullable(),
	done_at: z.string().nullable(),
	shared_encrypted: z.string().nullable(),
	key_id: z.string().nullable()
});

/** One of them, with what is shared as long as that is needed; null when there is none. */
export async function open(desk: Desk, client: Client, organisation: string, reference: string) {
	const { data, error } = await client.rpc('open_own_request', { organisation, reference });
	if (error) throw toError('open_own_request', error);
	if (data === null) return null;
	const { shared_encrypted, key_id, ...request } = opened.parse(data);
	return { ...request, shared: sharedIn(desk, { shared_encrypted, key_id }) };
}

/** The organisation has the objection, or has processed it. @throws Refused */
export async function acknowledge(
	desk: Pick<Desk, 'wakeOutbox'>,
	client: Client,
	organisation: string,
	reference: string,
	is_processed: boolean
): Promise<void> {
	const act = { organisation, reference, is_processed };
	unwrap('acknowledge_own_objection', await client.rpc('acknowledge_own_objection', act));
	void desk.wakeOutbox();
}

const sealedAddress = z.object({ mail_encrypted: z.string(), key_id: z.string() });

/**
 * Shows the consent there is, with files, or says there is none. Who asked is mailed the answer.
 * @throws Refused
 */
export async function answerProof(
	desk: Desk,
	client: Client,
	organisation: string,
	reference: string,
	record: ConsentRecord,
	files: readonly StagedFile[] = []
): Promise<void> {
	// First with the member's own rights; only then the desk looks for where to mail.
	const request = await open(desk, client, organisation, reference);
	const to = request?.done_at === null ? await addressFor(desk, reference) : null;
	const kept = encrypt(desk.secrets.encryption_keys, JSON.stringify(record));
	const answer = await client.rpc('answer_own_proof_request', {
		organisation,
		reference,
		answer: {
			has_consent: record.has_consent === 'yes',
			is_content_ok: flawsOf(record).length === 0,
			answer_encrypted: kept.ciphertext,
			key_id: kept.key_id,
			facts: factsOfProof(record, desk.now().toISOString()),
			token_hashes: tokenHashesOf(desk, files),
			...(to && { mail: seal(desk, { to, record: JSON.stringify(record) }).sealed })
		}
	});
	unwrap('answer_own_proof_request', answer);
	void desk.wakeOutbox();
	await renewFindingsSoon(desk);
}

async function addressFor(desk: Desk, reference: string): Promise<string | null> {
	const { data, error } = await desk.service.rpc('address_of_proof_request', { reference });
	if (error) throw toError('address_of_proof_request', error);
	if (data === null) return null;
	const { mail_encrypted, key_id } = sealedAddress.parse(data);
	const keys = desk.secrets.encryption_keys;
	return (JSON.parse(decrypt(keys, { key_id, ciphertext: mail_encrypted })) as { to: string }).to;
}
