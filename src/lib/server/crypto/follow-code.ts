import { createHmac } from 'node:crypto';

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The secret follow code of a filing: 100 bits, in Crockford's base 32, `7K3F9-…-…-…`.
 * It follows from the client key, so that a repeated request is given the same code although
 * only its hash is kept.
 */
export function followCodeOf(hashKey: string, clientKey: string): string {
	const bytes = createHmac('sha256', hashKey).update(`follow code\0${clientKey}`).digest();
	const code = Array.from(bytes.subarray(0, 20), (byte) => signs[byte & 31]).join('');
	return code.replace(/(.{5})(?=.)/g, '$1-');
}

/** What is kept of a follow code, hexadecimal. Spelling does not matter: o is 0, i and l are 1. */
export function hashOfFollowCode(hashKey: string, code: string): string {
	const plain = code
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	return createHmac('sha256', hashKey).update(`follow code hash\0${plain}`).digest('hex');
}
