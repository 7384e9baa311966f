import { z } from 'zod';

/** The month whose reports are asked for: `2026-07`. */
export const monthQuery = z.object({
	month: z
		.string({ error: 'error_month' })
		.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'error_month' })
});
