import type { WebhookMessage } from '#lib/domain/connections/webhooks.ts';
import { decrypt } from '../crypto/encryption.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { webhooksPosted } from '../metrics.ts';
import { postWebhook, type Answer } from './post-webhook.ts';
import { signedHeaders } from './webhook-signature.ts';

/*
 * Messages to webhooks wait in the database (hub.webhook_deliveries), written by the function that
 * does the act. Here they are taken from there and posted. A process that dies between the answer
 * and its own note of it leaves a message that the next one posts again, with the same webhook-id.
 */

type Waiting = {
	delivery_id: string;
	url: string;
	secret: string;
	key_id: string;
	event: string;
	reference: string | null;
	occurred_at: string;
	attempts: number;
};

const atOnce = 20;
const claimSeconds = 120;

/**
 * Posts what waits and whose time has come, or one message; tells how many were received.
 * @param only the message to post now, if it may be
 */
export async function deliverWebhooks(desk: Desk, only?: string): Promise<number> {
	let received = 0;
	for (;;) {
		const answer = await desk.service.rpc('claim_webhook_deliveries', {
			most: atOnce,
			seconds: claimSeconds,
			...(only && { only_delivery: only })
		});
		const waiting = unwrap('claim_webhook_deliveries', answer) as Waiting[];
		const done = await Promise.all(waiting.map((message) => deliver(desk, message)));
		received += done.filter(Boolean).length;
		if (waiting.length < atOnce) return received;
	}
}

async function deliver(desk: Desk, message: Waiting): Promise<boolean> {
	const { is_received, is_gone, answer } = await post(desk, message);
	webhooksPosted.inc({ event: message.event, outcome: is_received ? 'received' : 'failed' });
	if (!is_received) {
		desk.log.info({ event: 'webhook_failed', name: message.event, reason: answer });
	}
	const settled = await desk.service.rpc('settle_webhook_delivery', {
		delivery_id: message.delivery_id,
		is_received,
		answer,
		is_gone
	});
	unwrap('settle_webhook_delivery', settled);
	return is_received;
}

async function post({ secrets, env, now }: Desk, message: Waiting): Promise<Answer> {
	let secret: string;
	try {
		secret = decrypt(secrets.encryption_keys, {
			key_id: message.key_id,
			ciphertext: message.secret
		});
	} catch {
		return { is_received: false, is_gone: false, answer: 'secret_unreadable' };
	}
	const body = JSON.stringify({
		type: message.event as WebhookMessage['type'],
		timestamp: new Date(message.occurred_at).toISOString(),
		data: { reference: message.reference }
	} satisfies WebhookMessage);
	const headers = signedHeaders(secret, message.delivery_id, now(), body);
	return postWebhook(message.url, headers, body, { isAnyAllowed: env.postsAnywhere });
}

/** Removes messages that are a month old. */
export async function forgetWebhookDeliveries({ service }: Desk): Promise<void> {
	unwrap('forget_webhook_deliveries', await service.rpc('forget_webhook_deliveries'));
}
