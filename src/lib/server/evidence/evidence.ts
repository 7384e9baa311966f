import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Look } from '#lib/domain/audit/looks.ts';
import { mediaTypes } from '#lib/domain/evidence/file-kinds.ts';
import { decryptBytes, encryptBytes } from '../crypto/encryption.ts';
import { hashOfFollowCode } from '../crypto/follow-code.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { acceptFile, type SentFile } from './accept-file.ts';

/** A file that waits for its report; who holds the token may add it. */
export type StagedFile = {
	token: string;
	name: string;
	byte_size: number;
	sha256: string;
	/** It went to a report before: this one is sent again, or is another one. */
	is_attached: boolean;
};

/** A file of a report, without its contents. */
export const evidenceItem = z
	.object({
		evidence_id: z.uuid(),
		name: z.string(),
		media_type: z.enum(mediaTypes),
		byte_size: z.number().int(),
		sha256: z.string().meta({ description: 'Of the file as it is given out, hexadecimal' }),
		is_shared_with_organisation: z.boolean(),
		uploaded_at: z.string()
	})
	.meta({ description: 'A file that belongs to a report' });

export type EvidenceItem = z.infer<typeof evidenceItem>;

/** A file as it is given out. */
export type EvidenceFile = { name: string; media_type: string; bytes: Uint8Array };

/**
 * Looks at a file and keeps it, encrypted, until its report comes or a day is over.
 * @throws NotAccepted
 */
export async function stage(desk: Desk, sent: SentFile): Promise<StagedFile> {
	const { name, media_type, bytes } = await acceptFile(sent);
	const stored_key = randomBytes(16).toString('hex');
	const token = randomBytes(20).toString('hex');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const { key_id, contents } = encryptBytes(desk.secrets.encryption_keys, bytes, stored_key);
	const byte_size = bytes.length;
	// The row first: what goes wrong after it is found by the removal, no file is left behind unknown.
	unwrap(
		'stage_evidence',
		await desk.service.rpc('stage_evidence', {
			stored_key,
			token_hash: hashOfToken(desk, token),
			name,
			media_type,
			byte_size,
			sha256,
			key_id
		})
	);
	await desk.evidence.put(stored_key, contents);
	return { token, name, byte_size, sha256, is_attached: false };
}

/** Those of the files that are still there. */
export async function staged(desk: Desk, tokens: readonly string[]): Promise<StagedFile[]> {
	const byHash = new Map(tokens.map((token) => [hashOfToken(desk, token), token]));
	if (byHash.size === 0) return [];
	const answer = await desk.service.rpc('staged_evidence', { token_hashes: [...byHash.keys()] });
	return unwrap('staged_evidence', answer).map(
		({ token_hash, name, byte_size, sha256, is_attached }) => ({
			token: byHash.get(token_hash)!,
			name,
			byte_size,
			sha256,
			is_attached
		})
	);
}

/** Whoever staged a file does not want it any more. */
export async function unstage(desk: Desk, token: string): Promise<void> {
	const token_hash = hashOfToken(desk, token);
	unwrap('drop_staged_evidence', await desk.service.rpc('drop_staged_evidence', { token_hash }));
	await removeStaged(desk);
}

/**
 * Gives staged files to a report that was filed; their ids.
 * @throws Refused `follow_code_unknown`, `report_cannot_move`, `evidence_gone`, `evidence_too_many`
 */
export async function add(
	desk: Desk,
	code: string,
	tokens: readonly string[],
	isShared: boolean
): Promise<string[]> {
	const answer = await desk.service.rpc('add_evidence', {
		code_hash: hashOfFollowCode(desk.secrets.hash_key, code),
		token_hashes: tokens.map((token) => hashOfToken(desk, token)),
		is_shared: isShared
	});
	return knowingCode(() => unwrap('add_evidence', answer));
}

/**
 * The reporter takes a file away: nobody reads it any more.
 * @throws Refused `follow_code_unknown`, `evidence_not_found`
 */
export async function remove(desk: Desk, code: string, id: string): Promise<void> {
	const answer = await desk.service.rpc('remove_evidence', {
		code_hash: hashOfFollowCode(desk.secrets.hash_key, code),
		evidence_id: idOf(id)
	});
	knowingCode(() => unwrap('remove_evidence', answer));
	await removeStaged(desk);
}

/**
 * A file of the report of a follow code.
 * @throws Refused `evidence_not_found`
 */
export async function readFollowed(desk: Desk, code: string, id: string): Promise<EvidenceFile> {
	const answer = await desk.service.rpc('read_followed_evidence', {
		code_hash: hashOfFollowCode(desk.secrets.hash_key, code),
		evidence_id: idOf(id)
	});
	return open(desk, unwrap('read_followed_evidence', answer)[0]);
}

/**
 * A file, with the rights of who signed in; that it was read is written down.
 * @throws Refused `evidence_not_found`
 */
export async function read(
	desk: Desk,
	client: Client,
	id: string,
	look: Look = { purpose: 'handling' }
): Promise<EvidenceFile> {
	const answer = await client.rpc('read_evidence', { evidence_id: idOf(id), ...look });
	return open(desk, unwrap('read_evidence', answer)[0]);
}

/**
 * Removes what no report needs: contents first, then the rows, so that a break loses track of
 * nothing. For a job that comes by now and then.
 * @returns how many files went
 */
export async function removeStaged(desk: Pick<Desk, 'service' | 'evidence'>): Promise<number> {
	let removed = 0;
	for (;;) {
		const stored_keys = unwrap(
			'removable_evidence',
			await desk.service.rpc('removable_evidence', { most: 100 })
		);
		if (stored_keys.length === 0) return removed;
		await Promise.all(stored_keys.map((key) => desk.evidence.delete(key)));
		const answer = await desk.service.rpc('remove_staged_evidence', { stored_keys });
		removed += unwrap('remove_staged_evidence', answer);
	}
}

/** What the database is told of a token. */
export const hashOfToken = ({ secrets }: Pick<Desk, 'secrets'>, token: string) =>
	keyedHash(secrets.hash_key, 'evidence token', token);

type Place = { stored_key: string; key_id: string; name: string; media_type: string };

/** The contents of a file, from where the database says they lie. */
export async function open(desk: Desk, place: Place | undefined): Promise<EvidenceFile> {
	if (!place) throw notFound();
	const { stored_key, key_id, name, media_type } = place;
	const contents = await desk.evidence.get(stored_key);
	if (!contents) throw new Error('evidence get failed: it is not where it was stored');
	const { encryption_keys } = desk.secrets;
	return {
		name,
		media_type,
		bytes: decryptBytes(encryption_keys, { key_id, contents }, stored_key)
	};
}

function idOf(id: string): string {
	if (!z.uuid().safeParse(id).success) throw notFound();
	return id;
}

const notFound = () => new Refused('evidence_not_found', 404);

/** A follow code that nobody has is told as such. */
function knowingCode<Value>(work: () => Value): Value {
	try {
		return work();
	} catch (error) {
		const isUnknown = error instanceof Refused && error.reason === 'report_not_found';
		throw isUnknown ? new Refused('follow_code_unknown', 404) : error;
	}
}
