import { createHmac } from 'node:crypto';
import { keyedHash } from './keyed-hash.ts';

/**
 * The secret in a link that the desk mails: 192 bits, fit for an address. It follows from the
 * client key, so that a repeated request mails the same link although only its hash is kept.
 */
export function linkTokenOf(hashKey: string, purpose: string, clientKey: string): string {
	return createHmac('sha256', hashKey)
		.update(`link token\0${purpose}\0${clientKey}`)
		.digest()
		.subarray(0, 24)
		.toString('base64url');
}

/** What is kept of such a secret, hexadecimal. */
export const hashOfLinkToken = (hashKey: string, token: string) =>
	keyedHash(hashKey, 'link token hash', token);
