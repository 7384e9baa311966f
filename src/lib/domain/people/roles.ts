/** What somebody who signs in is to the desk; `hub.role` holds the same. */
export const roles = [
	'organisation_member',
	'moderator',
	'committee',
	'regulator',
	'administrator'
] as const;
export type Role = (typeof roles)[number];

/**
 * What a member may do for the organisation, each with all of the one before: read; answer; decide
 * who belongs to it and what is its own. `hub.membership_level` holds the same.
 */
export const membershipLevels = ['reader', 'handler', 'owner'] as const;
export type MembershipLevel = (typeof membershipLevels)[number];

/** Whether a level is enough for what takes another one. */
export const isAtLeast = (level: MembershipLevel, least: MembershipLevel): boolean =>
	membershipLevels.indexOf(level) >= membershipLevels.indexOf(least);
