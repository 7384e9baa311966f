import type { ChainRole } from '#lib/domain/organisation/chain.ts';
import { m } from '#lib/paraglide/messages.js';

/** What one organisation is to another, in a word. */
export const roleName: Record<ChainRole, () => string> = {
	contact_centre: m.chain_role_contact_centre,
	intermediary: m.chain_role_intermediary,
	lead_supplier: m.chain_role_lead_supplier,
	platform: m.chain_role_platform
};

export const linkState: Record<string, () => string> = {
	proposed: m.chain_state_proposed,
	confirmed: m.chain_state_confirmed,
	refused: m.chain_state_refused,
	ended: m.chain_state_ended
};
