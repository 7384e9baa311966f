import { z } from 'zod';
import { auditActs } from '#lib/domain/audit/looks.ts';

const words = z
	.string()
	.trim()
	.max(200)
	.transform((text) => text || undefined)
	.optional()
	.catch(undefined);

/** What the trail is searched by; what cannot be understood is left out. */
export const trailFilters = z.object({
	of_act: z.enum(auditActs).optional().catch(undefined),
	about: words,
	actor: words,
	before: z.coerce
		.number()
		.int()
		.positive()
		.max(Number.MAX_SAFE_INTEGER)
		.optional()
		.catch(undefined)
});
