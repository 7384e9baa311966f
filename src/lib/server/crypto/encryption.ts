import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets.ts';

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text; in hexadecimal, with its key's id. */
export type Encrypted = { key_id: string; ciphertext: string };

/** The same of a file, as bytes. */
export type EncryptedBytes = { key_id: string; contents: Uint8Array };

/** Encrypts with the current key. */
export function encrypt(keys: Secrets['encryption_keys'], text: string): Encrypted {
	const { key_id, contents } = encryptBytes(keys, Buffer.from(text, 'utf8'));
	return { key_id, ciphertext: Buffer.from(contents).toString('hex') };
}

/** @throws Error when the key is not ours or the text was tampered with. */
export function decrypt(
	keys: Secrets['encryption_keys'],
	{ key_id, ciphertext }: Encrypted
): string {
	const contents = decryptBytes(keys, { key_id, contents: Buffer.from(ciphertext, 'hex') });
	return Buffer.from(contents).toString('utf8');
}

/**
 * Encrypts with the current key.
 * @param place what it is stored under: it cannot be read in another place
 */
export function encryptBytes(
	keys: Secrets['encryption_keys'],
	bytes: Uint8Array,
	place = ''
): EncryptedBytes {
	const { id, key } = keys[0]!;
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
	cipher.setAAD(Buffer.from(place));
	const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return { key_id: id, contents: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** @throws Error when the key is not ours, or the bytes were tampered with or moved. */
export function decryptBytes(
	keys: Secrets['encryption_keys'],
	{ key_id, contents }: EncryptedBytes,
	place = ''
): Uint8Array {
	const key = keys.find(({ id }) => id === key_id);
	if (!key) throw new Error('the key of this text is not among the secrets');
	const decipher = createDecipheriv(
		'aes-256-gcm',
		Buffer.from(key.key, 'base64'),
		contents.subarray(0, 12)
	);
	decipher.setAAD(Buffer.from(place));
	decipher.setAuthTag(contents.subarray(12, 28));
	return Buffer.concat([decipher.update(contents.subarray(28)), decipher.final()]);
}
