import type { ChainRole } from '#lib/domain/organisation/card.ts';
import { m } from '#lib/paraglide/messages.js';

/** What an organisation does in the chain, in words. */
export function roleName(role: ChainRole): string {
	return {
		advertiser: m.claim_role_advertiser,
		contact_centre: m.claim_role_contact_centre,
		intermediary: m.claim_role_intermediary,
		lead_supplier: m.claim_role_lead_supplier,
		platform: m.claim_role_platform
	}[role]();
}
