import { decryptBytes, encryptBytes } from '../crypto/encryption.ts';
import type { Desk } from '../desk.ts';

/*
 * A large file in the store of evidence: in parts of a few megabytes, each encrypted under the
 * place where it lies, so that neither writing nor reading ever holds the whole file.
 */

const partSize = 4 * 1024 * 1024;
const placeOf = (stored_key: string, part: number) => `${stored_key}.${part}`;

/** Where a file lies, and how to open it. */
export type StoredParts = { stored_key: string; key_id: string; parts: number };

/** Keeps what a stream gives, in parts. */
export async function storeParts(
	{ evidence, secrets }: Pick<Desk, 'evidence' | 'secrets'>,
	stored_key: string,
	stream: AsyncIterable<Uint8Array>
): Promise<StoredParts> {
	let waiting: Uint8Array[] = [];
	let length = 0;
	let parts = 0;
	let usedKey = '';
	const flush = async () => {
		const place = placeOf(stored_key, parts);
		const { key_id, contents } = encryptBytes(
			secrets.encryption_keys,
			Buffer.concat(waiting),
			place
		);
		await evidence.put(place, contents);
		[waiting, length, usedKey] = [[], 0, key_id];
		parts += 1;
	};
	for await (const chunk of stream) {
		waiting.push(chunk);
		length += chunk.length;
		if (length >= partSize) await flush();
	}
	if (length > 0 || parts === 0) await flush();
	return { stored_key, key_id: usedKey, parts };
}

/** The file again, part by part. */
export async function* readParts(
	{ evidence, secrets }: Pick<Desk, 'evidence' | 'secrets'>,
	{ stored_key, key_id, parts }: StoredParts
): AsyncGenerator<Uint8Array> {
	for (let part = 0; part < parts; part += 1) {
		const place = placeOf(stored_key, part);
		const contents = await evidence.get(place);
		if (!contents) throw new Error('a part of a dossier is not where it was stored');
		yield decryptBytes(secrets.encryption_keys, { key_id, contents }, place);
	}
}

/** Takes the parts away; those that are gone already are none. */
export async function removeParts(
	{ evidence }: Pick<Desk, 'evidence'>,
	stored_key: string,
	parts: number
): Promise<void> {
	for (let part = 0; part < parts; part += 1) await evidence.delete(placeOf(stored_key, part));
}
