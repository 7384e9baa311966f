import type { Role } from '#lib/domain/people/roles.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';

const names = {
	organisation_member: m.upkeep_role_member,
	moderator: m.upkeep_role_moderator,
	committee: m.upkeep_role_committee,
	regulator: m.upkeep_role_regulator,
	administrator: m.upkeep_role_administrator
};

/** A role of somebody who signs in, in words. */
export const staffRoleName = (role: Role, locale: Locale = getLocale()) =>
	names[role]({}, { locale });
