import type { ApiScope } from '#lib/domain/connections/api-keys.ts';
import type { WebhookMessage } from '#lib/domain/connections/webhooks.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a key may do, in words. */
export const scopeWords: Record<ApiScope, () => string> = {
	'reports:read': m.connections_scope_reports_read,
	'reports:answer': m.connections_scope_reports_answer,
	'messages:send': m.connections_scope_messages_send,
	'chain:read': m.connections_scope_chain_read
};

/** What is told to a webhook, in words. */
export const eventWords: Record<WebhookMessage['type'], () => string> = {
	'report.new': m.connections_event_report_new,
	'report.message': m.connections_event_report_message,
	'report.verdict': m.connections_event_report_verdict,
	'report.deadline_near': m.connections_event_report_deadline_near,
	'report.deadline_passed': m.connections_event_report_deadline_passed,
	'webhook.test': m.connections_event_webhook_test
};

type Details = { name?: string; host?: string; reference?: string };

/** What happened to a key or a webhook, in a sentence; the bare name for what is not known here. */
export function logWords(event: string, { name, host, reference }: Details): string {
	const parts = { name: name ?? host ?? '', reference: reference ?? '' };
	const words: Record<string, (parts: { name: string; reference: string }) => string> = {
		key_created: m.connections_log_key_created,
		key_revoked: m.connections_log_key_revoked,
		webhook_created: m.connections_log_webhook_created,
		webhook_removed: m.connections_log_webhook_removed,
		webhook_enabled: m.connections_log_webhook_enabled,
		webhook_disabled: m.connections_log_webhook_disabled,
		webhook_disabled_by_desk: m.connections_log_webhook_disabled_by_desk,
		answered_with_key: m.connections_log_answered_with_key,
		wrote_with_key: m.connections_log_wrote_with_key
	};
	return words[event]?.(parts) ?? event;
}
