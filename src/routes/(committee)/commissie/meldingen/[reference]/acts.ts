import { z } from 'zod';
import { judgements } from '#lib/domain/report/judgements.ts';
import { categories } from '#lib/domain/report/taxonomy.ts';

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });

/** What the committee fills in, for each of its acts. */
export const holdForm = z.object({ hold_reason: reason });
export const releaseForm = z.object({ release_reason: reason });
export const recategoriseForm = z.object({
	primary: z.enum(categories, { error: 'committee_error_primary' }),
	categories: z.array(z.enum(categories, { error: 'error_category' })).default([]),
	recategorise_reason: reason
});
export const attributeForm = z
	.object({
		organisation: z.string().trim().max(120, { error: 'error_too_long' }).optional(),
		to_none: z.boolean().default(false),
		attribute_reason: reason
	})
	.refine(({ organisation, to_none }) => Boolean(organisation) !== to_none, {
		path: ['organisation'],
		error: 'committee_error_organisation_or_none'
	});

export const judgeForm = z.object({
	judgement: z.enum(judgements, { error: 'committee_error_judgement' }),
	judge_reason: reason
});

/** What staff write to the reporter. */
export const messageForm = z.object({
	staff_message: z
		.string({ error: 'error_message_needed' })
		.trim()
		.min(1, { error: 'error_message_needed' })
		.max(2000, { error: 'error_too_long' })
});

export type Act = 'message' | 'hold' | 'release' | 'recategorise' | 'attribute' | 'judge';
