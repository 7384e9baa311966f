import { z } from 'zod';
import { channels } from '../report/taxonomy.ts';

/** A text to be classified, as programs send it. */
export const classifyQuestion = z.object({
	text: z.string({ error: 'error_text' }).max(5000, { error: 'error_narrative_too_long' }),
	lang: z.enum(['nl', 'en'], { error: 'error_locale' }).optional(),
	channel: z.enum(channels, { error: 'error_channel' }).optional()
});
