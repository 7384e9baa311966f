import { z } from 'zod';
import { consentRecord } from '#lib/domain/objection/consent-record.ts';
import { proofRequestStates } from '#lib/domain/objection/states.ts';
import { decrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { toError } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { proofFile } from './proof-files.ts';

const proof = z.object({
	reference: z.string(),
	state: z.enum(proofRequestStates),
	organisation_name: z.string(),
	requested_at: z.string(),
	due_at: z.string(),
	answered_at: z.string().nullable(),
	answer_encrypted: z.string().nullable(),
	key_id: z.string().nullable(),
	files: z.array(proofFile)
});

/**
 * The requests for proof that go with a report, with the consent that was shown: for committee and
 * regulator. Nothing for who may not read them.
 */
export async function listProofs({ secrets }: Desk, client: Client, reference: string) {
	const { data, error } = await client.rpc('proofs_of_report', { reference });
	if (error?.code === 'GH403') return [];
	if (error) throw toError('proofs_of_report', error);
	return z
		.array(proof)
		.parse(data)
		.map(({ answer_encrypted: ciphertext, key_id, ...told }) => ({
			...told,
			answer:
				ciphertext && key_id
					? consentRecord.parse(
							JSON.parse(decrypt(secrets.encryption_keys, { ciphertext, key_id }))
						)
					: null
		}));
}

/** A request for proof as the committee sees it. */
export type ProofOfReport = Awaited<ReturnType<typeof listProofs>>[number];
