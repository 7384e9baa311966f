import type { ReportEvent } from '#lib/domain/report/events.ts';
import type { ReportState } from '#lib/domain/report/states.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the sentences about a state may name. */
type Parts = { organisation: string; days: number; date: string };

/** Where a report stands and what comes next, in the reporter's words. */
export const stateWords: Record<
	ReportState,
	{ title: () => string; next: (parts: Parts) => string }
> = {
	received: { title: m.follow_state_received, next: m.follow_next_received },
	held: { title: m.follow_state_held, next: m.follow_next_held },
	open: { title: m.follow_state_open, next: m.follow_next_open },
	unattributed: { title: m.follow_state_unattributed, next: m.follow_next_unattributed },
	seen: { title: m.follow_state_seen, next: m.follow_next_seen },
	answered: { title: m.follow_state_answered, next: m.follow_next_answered },
	closed: { title: m.follow_state_closed, next: m.follow_next_closed },
	contested: { title: m.follow_state_contested, next: m.follow_next_contested },
	redirected: { title: m.follow_state_redirected, next: m.follow_next_redirected },
	reopened: { title: m.follow_state_reopened, next: m.follow_next_reopened },
	withdrawn: { title: m.follow_state_withdrawn, next: m.follow_next_withdrawn },
	expired: { title: m.follow_state_expired, next: m.follow_next_expired },
	anonymised: { title: m.follow_state_anonymised, next: m.follow_next_anonymised }
};

/** What happened to a report, in the reporter's words. */
export const eventWords: Record<ReportEvent | 'other', () => string> = {
	filed: m.follow_event_filed,
	delivered: m.follow_event_delivered,
	left_unattributed: m.follow_event_left_unattributed,
	held: m.follow_event_held,
	released: m.follow_event_released,
	recategorised: m.follow_event_recategorised,
	attributed: m.follow_event_attributed,
	contact_added: m.follow_event_contact_added,
	original_read: m.follow_event_original_read,
	evidence_added: m.follow_event_evidence_added,
	evidence_removed: m.follow_event_evidence_removed,
	evidence_read: m.follow_event_evidence_read,
	facts_added: m.follow_event_facts_added,
	organisation_reminded: m.follow_event_organisation_reminded,
	expired: m.follow_event_expired,
	promise_asked: m.follow_event_promise_asked,
	closed: m.follow_event_closed,
	contact_data_erased: m.follow_event_contact_data_erased,
	narrative_erased: m.follow_event_narrative_erased,
	withdrawn: m.follow_event_withdrawn,
	answered: m.follow_event_answered,
	contested: m.follow_event_contested,
	contest_upheld: m.follow_event_contest_upheld,
	contest_rejected: m.follow_event_contest_rejected,
	message_sent: m.follow_event_message_sent,
	verdict_given: m.follow_event_verdict_given,
	reopened: m.follow_event_reopened,
	promise_kept: m.follow_event_promise_kept,
	answer_link_sent: m.follow_event_answer_link_sent,
	answer_link_opened: m.follow_event_answer_link_opened,
	promise_broken: m.follow_event_promise_broken,
	redirected: m.follow_event_redirected,
	passed_on: m.follow_event_passed_on,
	other_organisation_named: m.follow_event_other_organisation_named,
	seen: m.follow_event_seen,
	link_asked: m.follow_event_link_asked,
	link_replied: m.follow_event_link_replied,
	email_proven: m.follow_event_email_proven,
	made_anonymous: m.follow_event_made_anonymous,
	data_deleted: m.follow_event_data_deleted,
	other: m.follow_event_other
};
