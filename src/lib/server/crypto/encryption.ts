import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets.ts';

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text; in hexadecimal, with its key's id. */
export type Encrypted = { key_id: string; ciphertext: string };

/** Encrypts with the current key. */
export function encrypt(keys: Secrets['encryption_keys'], text: string): Encrypted {
	const { id, key } = keys[0]!;
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return {
		key_id: id,
		ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('hex')
	};
}

/** @throws Error when the key is not ours or the text was tampered with. */
export function decrypt(
	keys: Secrets['encryption_keys'],
	{ key_id, ciphertext }: Encrypted
): string {
	const key = keys.find(({ id }) => id === key_id);
	if (!key) throw new Error('the key of this text is not among the secrets');
	const bytes = Buffer.from(ciphertext, 'hex');
	const decipher = createDecipheriv(
		'aes-256-gcm',
		Buffer.from(key.key, 'base64'),
		bytes.subarray(0, 12)
	);
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
