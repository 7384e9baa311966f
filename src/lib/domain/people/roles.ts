/** What somebody who signs in is to the desk; `hub.role` holds the same. */
export const roles = [
	'organisation_member',
	'moderator',
	'committee',
	'regulator',
	'administrator'
] as const;
export type Role = (typeof roles)[number];
