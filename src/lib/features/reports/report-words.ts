export { actorLabels } from '#lib/features/people/actor-labels.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = Record<string, () => string>;

/** The states of a report, as the committee calls them. */
export const stateLabels: Words = {
	received: m.committee_state_received,
	held: m.committee_state_held,
	open: m.committee_state_open,
	unattributed: m.committee_state_unattributed,
	seen: m.committee_state_seen,
	answered: m.committee_state_answered,
	closed: m.committee_state_closed,
	contested: m.committee_state_contested,
	redirected: m.committee_state_redirected,
	reopened: m.committee_state_reopened,
	withdrawn: m.committee_state_withdrawn,
	expired: m.committee_state_expired,
	anonymised: m.committee_state_anonymised
};

/** How the organisation of a report was found. */
export const matchLabels: Words = {
	registered_number: m.committee_match_registered_number,
	chosen: m.committee_match_chosen,
	exact_name: m.committee_match_exact_name,
	similar_name: m.committee_match_similar_name,
	committee: m.committee_match_committee
};

/** Who says that a category fits. */
export const sourceLabels: Words = {
	reporter: m.committee_source_reporter,
	suggested: m.committee_source_suggested,
	committee: m.committee_source_committee
};

/** What happened, where there is a word for it; a step without one is told by its new state. */
export const eventLabels: Words = {
	filed: m.committee_event_filed,
	delivered: m.committee_event_delivered,
	left_unattributed: m.committee_event_left_unattributed,
	held: m.committee_event_held,
	released: m.committee_event_released,
	recategorised: m.committee_event_recategorised,
	attributed: m.committee_event_attributed,
	contact_added: m.committee_event_contact_added,
	original_read: m.committee_event_original_read,
	evidence_added: m.committee_event_evidence_added,
	evidence_removed: m.committee_event_evidence_removed,
	link_asked: m.committee_event_link_asked,
	link_replied: m.committee_event_link_replied,
	evidence_read: m.committee_event_evidence_read,
	facts_added: m.committee_event_facts_added,
	withdrawn: m.committee_event_withdrawn,
	organisation_reminded: m.committee_event_organisation_reminded,
	answered: m.committee_event_answered,
	contested: m.committee_event_contested,
	contest_upheld: m.committee_event_contest_upheld,
	contest_rejected: m.committee_event_contest_rejected,
	expired: m.committee_event_expired,
	message_sent: m.committee_event_message_sent,
	verdict_given: m.committee_event_verdict_given,
	reopened: m.committee_event_reopened,
	closed: m.committee_event_closed,
	promise_asked: m.committee_event_promise_asked,
	promise_kept: m.committee_event_promise_kept,
	answer_link_sent: m.committee_event_answer_link_sent,
	answer_link_opened: m.committee_event_answer_link_opened,
	promise_broken: m.committee_event_promise_broken,
	redirected: m.committee_event_redirected,
	passed_on: m.committee_event_passed_on,
	other_organisation_named: m.committee_event_other_organisation_named,
	seen: m.committee_event_seen,
	email_proven: m.committee_event_email_proven,
	made_anonymous: m.committee_event_made_anonymous,
	contact_data_erased: m.committee_event_contact_data_erased,
	narrative_erased: m.committee_event_narrative_erased,
	data_deleted: m.committee_event_data_deleted
};

/** Why the desk itself set a report apart, by the code the event keeps. */
export const holdReasons: Record<string, (() => string) | undefined> = {
	copied_text: m.committee_held_copied_text,
	no_proof_of_work: m.committee_hold_no_proof_of_work,
	honeypot: m.committee_hold_honeypot
};
