import { daysLeft } from '#lib/domain/calendar/days-left.ts';
import type { ReportState } from '#lib/domain/report/states.ts';
import { m } from '#lib/paraglide/messages.js';

/** The states of a report, as its organisation calls them. */
export const stateLabels: Partial<Record<ReportState, () => string>> = {
	open: m.portal_state_open,
	seen: m.portal_state_seen,
	reopened: m.portal_state_reopened,
	expired: m.portal_state_expired,
	answered: m.portal_state_answered,
	contested: m.portal_state_contested,
	closed: m.portal_state_closed
};

/** Whether the organisation has something to answer. */
export const isToAnswer = (state: string) =>
	['open', 'seen', 'reopened', 'expired'].includes(state);

/** How long there is left, in words. */
export function sayLeft(dueAt: string, now: Date): string {
	const days = daysLeft(dueAt, now);
	if (days === -1) return m.portal_left_over_one();
	if (days < 0) return m.portal_left_over({ days: -days });
	if (days === 0) return m.portal_left_today();
	return days === 1 ? m.portal_left_one() : m.portal_left_days({ days });
}

/** What happened, as far as the organisation is told. */
export const eventLabels: Record<string, () => string> = {
	delivered: m.portal_event_delivered,
	attributed: m.portal_event_delivered,
	released: m.portal_event_delivered,
	seen: m.portal_event_seen,
	organisation_reminded: m.portal_event_reminded,
	answered: m.portal_event_answered,
	contested: m.portal_event_contested,
	expired: m.portal_event_expired,
	message_sent: m.portal_event_message,
	verdict_given: m.portal_event_verdict,
	reopened: m.portal_event_reopened,
	closed: m.portal_event_closed,
	promise_asked: m.portal_event_promise_asked,
	promise_kept: m.portal_event_promise_kept,
	promise_broken: m.portal_event_promise_broken,
	contact_added: m.portal_event_contact_added,
	evidence_added: m.portal_event_evidence_added
};
