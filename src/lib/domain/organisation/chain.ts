import { z } from 'zod';

/** What one organisation may be to another that it works for. */
export const chainRoles = ['contact_centre', 'intermediary', 'lead_supplier', 'platform'] as const;
export type ChainRole = (typeof chainRoles)[number];

/** A link that one side proposes. */
export const proposedLink = z
	.object({
		organisation_name: z
			.string({ error: 'error_organisation_missing' })
			.trim()
			.min(2, { error: 'error_organisation_missing' })
			.max(120, { error: 'error_too_long' }),
		direction: z.enum(['worker', 'client'], { error: 'error_direction_missing' }),
		role: z.enum(chainRoles, { error: 'error_chain_role_missing' }),
		valid_from: z.iso.date({ error: 'error_day_missing' }),
		valid_until: z.iso.date({ error: 'error_day' }).optional()
	})
	.refine(({ valid_from, valid_until }) => !valid_until || valid_until >= valid_from, {
		path: ['valid_until'],
		error: 'error_until_before_from'
	})
	.transform(({ direction, ...link }) => ({ ...link, is_worker: direction === 'worker' }));

export type ProposedLink = z.output<typeof proposedLink>;
