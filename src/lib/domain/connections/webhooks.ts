import { z } from 'zod';
import { line, several } from '../report/submission.ts';

/** What a webhook can be told of; `hub.webhooks` holds the same. */
export const webhookEvents = [
	'report.new',
	'report.message',
	'report.verdict',
	'report.deadline_near',
	'report.deadline_passed'
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What an owner fills in for a new webhook. Whether the address may be posted to the server decides. */
export const newWebhook = z.object({
	url: line(500).pipe(z.url({ protocol: /^https?$/, error: 'error_webhook_url' })),
	events: several(
		z.enum(webhookEvents, { error: 'error_webhook_events' }),
		webhookEvents.length
	).pipe(z.array(z.enum(webhookEvents)).min(1, { error: 'error_webhook_events' }))
});
export type NewWebhook = z.output<typeof newWebhook>;

/** What is posted: what happened and to which report, nothing of a person. */
export const webhookMessage = z.object({
	type: z.enum([...webhookEvents, 'webhook.test']),
	timestamp: z.iso.datetime({ offset: true }),
	data: z.object({ reference: z.string().nullable() })
});
export type WebhookMessage = z.output<typeof webhookMessage>;
