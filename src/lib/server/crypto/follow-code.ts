import { createHmac, timingSafeEqual } from 'node:crypto';

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
	const passed = hashInPass(hashKey, code);
	if (passed) return passed;
	const plain = code
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	return createHmac('sha256', hashKey).update(`follow code hash\0${plain}`).digest('hex');
}

/**
 * Stands for a follow code where only its hash is known: after a link from a mail. It carries our
 * seal, so that who has read the database cannot make one.
 */
export function followPassOf(hashKey: string, codeHash: string): string {
	const hash = Buffer.from(codeHash, 'hex');
	return `~${hash.toString('base64url')}.${sealOfPass(hashKey, hash).toString('base64url')}`;
}

/** The hash in a pass of ours; null for anything else. */
function hashInPass(hashKey: string, pass: string): string | null {
	const [, hash, seal] = /^~([\w-]{43})\.([\w-]{22})$/.exec(pass) ?? [];
	if (!hash || !seal) return null;
	const bytes = Buffer.from(hash, 'base64url');
	const isOurs = timingSafeEqual(Buffer.from(seal, 'base64url'), sealOfPass(hashKey, bytes));
	return isOurs ? bytes.toString('hex') : null;
}

/** 128 bits. */
const sealOfPass = (hashKey: string, hash: Buffer) =>
	createHmac('sha256', hashKey).update('follow pass\0').update(hash).digest().subarray(0, 16);
