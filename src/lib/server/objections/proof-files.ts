import { z } from 'zod';
import { mediaTypes } from '#lib/domain/evidence/file-kinds.ts';
import { hashOfFollowCode } from '../crypto/follow-code.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOfToken, open, type EvidenceFile, type StagedFile } from '../evidence/evidence.ts';

/* Files that an organisation sends along with the consent it shows. */

export const proofFile = z
	.object({
		proof_file_id: z.uuid(),
		name: z.string(),
		media_type: z.enum(mediaTypes),
		byte_size: z.number().int()
	})
	.meta({ description: 'A file that came with the answer to a request for proof' });

export type ProofFile = z.infer<typeof proofFile>;

/** What the database is told of staged files that go along. */
export const tokenHashesOf = (desk: Pick<Desk, 'secrets'>, files: readonly StagedFile[]) =>
	files.map(({ token }) => hashOfToken(desk, token));

/** The files with the answer to the request of a follow code. */
export async function listFollowed(desk: Desk, code: string): Promise<ProofFile[]> {
	const answer = await desk.service.rpc('followed_proof_files', { code_hash: hashOf(desk, code) });
	return z.array(proofFile).parse(unwrap('followed_proof_files', answer));
}

/** One of them. @throws Refused `evidence_not_found` */
export async function readFollowed(desk: Desk, code: string, id: string): Promise<EvidenceFile> {
	const answer = await desk.service.rpc('read_followed_proof_file', {
		code_hash: hashOf(desk, code),
		proof_file_id: idOf(id)
	});
	return open(desk, unwrap('read_followed_proof_file', answer)[0]);
}

/**
 * A file with a proof, with the rights of who signed in; that it was read is written down.
 * @throws Refused `evidence_not_found`
 */
export async function read(desk: Desk, client: Client, id: string): Promise<EvidenceFile> {
	const answer = await client.rpc('read_proof_file', { proof_file_id: idOf(id) });
	return open(desk, unwrap('read_proof_file', answer)[0]);
}

const hashOf = ({ secrets }: Desk, code: string) => hashOfFollowCode(secrets.hash_key, code);

function idOf(id: string): string {
	if (!z.uuid().safeParse(id).success) throw new Refused('evidence_not_found', 404);
	return id;
}
