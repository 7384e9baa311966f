import { z } from 'zod';
import { clockCodes } from '#lib/domain/calendar/clocks.ts';
import { answerTypes } from '#lib/domain/report/answers.ts';
import { categories, channels, kinds, sectors } from '#lib/domain/report/taxonomy.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

const labelled = { label_nl: z.string(), label_en: z.string() };

export const taxonomyShape = z.object({
	kinds: z.array(z.object({ code: z.enum(kinds), ...labelled })),
	channels: z.array(z.object({ code: z.enum(channels), ...labelled })),
	categories: z.array(
		z.object({
			code: z.enum(categories),
			kind: z.enum(kinds),
			letters: z.string(),
			...labelled,
			description_nl: z.string(),
			description_en: z.string()
		})
	),
	sub_categories: z.array(
		z.object({
			code: z.string(),
			category: z.enum(categories),
			channel_group: z.enum(['phone', 'door', 'street']).nullable(),
			...labelled
		})
	),
	sectors: z.array(
		z.object({
			code: z.enum(sectors),
			...labelled,
			is_telemarketing: z.boolean(),
			is_ranked: z.boolean()
		})
	),
	provinces: z.array(z.object({ code: z.string(), ...labelled })),
	clocks: z.array(
		z.object({ code: z.enum(clockCodes), amount: z.number(), unit: z.string(), ...labelled })
	),
	answer_reasons: z.array(
		z.object({ code: z.string(), answer_type: z.enum(answerTypes), ...labelled })
	),
	annotations: z.array(z.object({ code: z.string(), starts_on: z.string(), ...labelled }))
});

export type Taxonomy = z.infer<typeof taxonomyShape>;

const keptMs = 60_000;
const kept = new WeakMap<Desk, { until: number; taxonomy: Promise<Taxonomy> }>();

/** All reference data, kept for a minute: it changes with a release or by the committee. */
export function load(desk: Desk): Promise<Taxonomy> {
	const known = kept.get(desk);
	if (known && known.until > Date.now()) return known.taxonomy;
	const taxonomy = fetchTaxonomy(desk);
	kept.set(desk, { until: Date.now() + keptMs, taxonomy });
	taxonomy.catch(() => kept.delete(desk));
	return taxonomy;
}

/** It was changed here. */
export const forget = (desk: Desk) => void kept.delete(desk);

async function fetchTaxonomy(desk: Desk): Promise<Taxonomy> {
	return taxonomyShape.parse(unwrap('taxonomy', await desk.anonymous.rpc('taxonomy')));
}
