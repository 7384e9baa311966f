import type { MembershipLevel } from '#lib/domain/people/roles.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a member may do, in a word. */
export function levelName(level: MembershipLevel): string {
	return {
		reader: m.portal_level_reader,
		handler: m.portal_level_handler,
		owner: m.portal_level_owner
	}[level]();
}
