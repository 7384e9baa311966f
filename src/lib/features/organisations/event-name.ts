import { m } from '#lib/paraglide/messages.js';

/** What can happen to an organisation, as written into its events by the functions of the database. */
const names: Record<string, () => string> = {
	claimed: m.organisation_event_claimed,
	claim_waits: m.organisation_event_claim_waits,
	claim_refused: m.organisation_event_claim_refused,
	member_invited: m.organisation_event_member_invited,
	invitation_withdrawn: m.organisation_event_invitation_withdrawn,
	member_joined: m.organisation_event_member_joined,
	member_left: m.organisation_event_member_left,
	member_removed: m.organisation_event_member_removed,
	member_level_changed: m.organisation_event_member_level_changed,
	card_changed: m.organisation_event_card_changed,
	sector_asked: m.organisation_event_sector_asked,
	sector_set: m.organisation_event_sector_set,
	sector_kept: m.organisation_event_sector_kept,
	group_proposed: m.organisation_event_group_proposed,
	group_confirmed: m.organisation_event_group_confirmed,
	group_ended: m.organisation_event_group_ended,
	figures_shown_to_parent: m.organisation_event_figures_shown,
	figures_hidden_from_parent: m.organisation_event_figures_hidden,
	merged: m.organisation_event_merged,
	merge_undone: m.organisation_event_merge_undone,
	told_apart: m.organisation_event_told_apart
};

/** An event in words; one that is not known here by its code. */
export const eventName = (event: string): string => names[event]?.() ?? event;
