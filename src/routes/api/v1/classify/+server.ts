import { z } from 'zod';
import { channels } from '#lib/domain/report/taxonomy.ts';
import { classify } from '#lib/domain/text/classify.ts';
import { endpoint, readJson } from '#lib/server/api.ts';
import type { RequestEvent } from './$types';

const question = z.object({
	text: z.string({ error: 'error_text' }).max(5000, { error: 'error_narrative_too_long' }),
	lang: z.enum(['nl', 'en'], { error: 'error_locale' }).optional(),
	channel: z.enum(channels, { error: 'error_channel' }).optional()
});

/** What a text seems to be about; it is not kept. */
export const POST = endpoint(async ({ request }: RequestEvent) =>
	classify(question.parse(await readJson(request)))
);
