import { daysLeft } from '#lib/domain/calendar/days-left.ts';
import type { AnswerType, Verdict } from '#lib/domain/report/answers.ts';
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

/** How a report ended. */
export const outcomeLabels: Record<string, () => string> = {
	solved: m.portal_outcome_solved,
	not_solved: m.portal_outcome_not_solved,
	no_verdict: m.portal_outcome_no_verdict,
	unfounded: m.portal_outcome_unfounded,
	wrong_organisation: m.portal_outcome_wrong_organisation,
	spoofed: m.portal_outcome_spoofed,
	unanswered: m.portal_outcome_unanswered
};

/** What the reporter thinks of an answer. */
export const verdictLabels = {
	solved: m.portal_verdict_solved,
	not_solved: m.portal_verdict_not_solved
} satisfies Record<Verdict, () => string>;

/** The types of answer, as who gives one chooses them. */
export const answerTypeLabels: Record<AnswerType, () => string> = {
	accepted: m.portal_type_accepted,
	explained: m.portal_type_explained,
	rejected: m.portal_type_rejected,
	not_ours: m.portal_type_not_ours
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
	contest_upheld: m.portal_event_contest_upheld,
	contest_rejected: m.portal_event_contest_rejected,
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
