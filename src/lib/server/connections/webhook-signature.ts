import { createHmac, randomBytes } from 'node:crypto';

/*
 * Signatures as Standard Webhooks has them (standardwebhooks.com, specification 1.0.0): HMAC-SHA256
 * with the secret over `id.timestamp.body`, so that neither can be exchanged; in base64, after `v1,`.
 */

const prefix = 'whsec_';

/** 32 random bytes, in base64 after `whsec_`. */
export const makeSecret = () => prefix + randomBytes(32).toString('base64');

/**
 * The headers that go with a message.
 * @param at when this attempt is made; who receives it refuses what is older than five minutes
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string) {
	const timestamp = String(Math.floor(at.getTime() / 1000));
	const key = Buffer.from(secret.slice(prefix.length), 'base64');
	const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
	return {
		'webhook-id': id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${signature}`
	};
}
