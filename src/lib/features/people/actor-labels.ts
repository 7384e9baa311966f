import { m } from '#lib/paraglide/messages.js';

/** Who did something, by the role they did it in. */
export const actorLabels: Record<string, () => string> = {
	reporter: m.committee_actor_reporter,
	system: m.committee_actor_system,
	organisation_member: m.committee_actor_organisation_member,
	moderator: m.committee_actor_moderator,
	committee: m.committee_actor_committee,
	regulator: m.committee_actor_regulator,
	administrator: m.committee_actor_administrator
};
