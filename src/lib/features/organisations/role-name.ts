import type { ChainRole } from '#lib/domain/organisation/card.ts';
import { m } from '#lib/paraglide/messages.js';

/** What an organisation does in the chain, in words. */
export function roleName(role: ChainRole): string {
	return {
		advertiser: m.chain_role_advertiser,
		contact_centre: m.chain_role_contact_centre,
		intermediary: m.chain_role_intermediary,
		lead_supplier: m.chain_role_lead_supplier,
		platform: m.chain_role_platform
	}[role]();
}
