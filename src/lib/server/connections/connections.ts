import { z } from 'zod';
import { apiScopes } from '#lib/domain/connections/api-keys.ts';
import { webhookEvents, type NewWebhook } from '#lib/domain/connections/webhooks.ts';
import { encrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { makeSecret } from './webhook-signature.ts';
import { checkTarget, TargetRefused } from './webhook-targets.ts';

/*
 * The keys and webhooks of an organisation, for its owners: with the rights of who signed in.
 */

const connections = z.object({
	api_keys: z.array(
		z.object({
			api_key_id: z.string(),
			name: z.string(),
			scopes: z.array(z.enum(apiScopes)),
			hint: z.string(),
			created_at: z.string(),
			last_used_at: z.string().nullable(),
			revoked_at: z.string().nullable()
		})
	),
	webhooks: z.array(
		z.object({
			webhook_id: z.string(),
			url: z.string(),
			events: z.array(z.enum(webhookEvents)),
			created_at: z.string(),
			failing_since: z.string().nullable(),
			disabled_at: z.string().nullable(),
			disabled_because: z.enum(['owner', 'failing', 'gone']).nullable(),
			deliveries: z.array(
				z.object({
					delivery_id: z.string(),
					event: z.enum([...webhookEvents, 'webhook.test']),
					reference: z.string().nullable(),
					occurred_at: z.string(),
					attempts: z.number(),
					send_after: z.string(),
					last_answer: z.string().nullable(),
					sent_at: z.string().nullable(),
					given_up_at: z.string().nullable()
				})
			)
		})
	),
	events: z.array(
		z.object({
			event: z.string(),
			details: z.object({
				name: z.string().optional(),
				host: z.string().optional(),
				reference: z.string().optional()
			}),
			occurred_at: z.string()
		})
	)
});
export type Connections = z.infer<typeof connections>;

/** Everything on the page of connections. */
export async function load(client: Client, organisation_id: string): Promise<Connections> {
	return connections.parse(
		unwrap('connections', await client.rpc('connections', { organisation_id }))
	);
}

/**
 * Makes a webhook and gives the secret its messages are signed with: the only time it is seen.
 * @throws Refused `not_allowed`, `webhooks_too_many`, `webhook_not_https`, `webhook_not_public`
 */
export async function createWebhook(
	{ secrets, env }: Pick<Desk, 'secrets' | 'env'>,
	client: Client,
	organisation_id: string,
	{ url, events }: NewWebhook
): Promise<string> {
	try {
		checkTarget(new URL(url), { isAnyAllowed: env.postsAnywhere });
	} catch (refusal) {
		if (refusal instanceof TargetRefused) throw new Refused(`webhook_${refusal.code}`, 422);
		throw refusal;
	}
	const secret = makeSecret();
	const { ciphertext, key_id } = encrypt(secrets.encryption_keys, secret);
	const answer = await client.rpc('create_webhook', {
		organisation_id,
		url,
		events,
		secret: ciphertext,
		key_id
	});
	unwrap('create_webhook', answer);
	return secret;
}

/** @throws Refused `webhook_not_found` */
export async function removeWebhook(client: Client, webhook_id: string): Promise<void> {
	unwrap('remove_webhook', await client.rpc('remove_webhook', { webhook_id }));
}

/** @throws Refused `webhook_not_found` */
export async function switchWebhook(client: Client, webhook_id: string, is_on: boolean) {
	unwrap('switch_webhook', await client.rpc('switch_webhook', { webhook_id, is_on }));
}

/**
 * Posts a message about nothing, at once; what came of it stands among the messages.
 * @throws Refused `webhook_not_found`, `webhook_disabled`, `webhook_tests_too_many`
 */
export async function testWebhook(desk: Desk, client: Client, webhook_id: string): Promise<void> {
	const delivery = unwrap('test_webhook', await client.rpc('test_webhook', { webhook_id }));
	await deliverWebhooks(desk, delivery);
}

/**
 * Posts a message that failed again, at once.
 * @throws Refused `webhook_delivery_not_found`
 */
export async function retryDelivery(desk: Desk, client: Client, delivery_id: string) {
	unwrap('retry_webhook_delivery', await client.rpc('retry_webhook_delivery', { delivery_id }));
	await deliverWebhooks(desk, delivery_id);
}
