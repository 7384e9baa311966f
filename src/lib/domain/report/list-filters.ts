import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { answerStates } from '../figures/answer-behaviour.ts';
import { numberOrPrefix, subCategoryCode, verifications } from '../trends/staff-question.ts';
import { categories, channels, kinds, sectors } from './taxonomy.ts';
import { reportStates } from './states.ts';

const optional = <Type extends z.ZodType>(type: Type) =>
	z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const day = optional(z.string().refine(isDay, { error: 'error_date' }));

/** The filters as they stand in the address of the list. */
export const reportFilters = z.object({
	kind: optional(z.enum(kinds, { error: 'error_kind' })),
	channel: optional(z.enum(channels, { error: 'error_channel' })),
	category: optional(z.enum(categories, { error: 'error_category' })),
	sector: optional(z.enum(sectors, { error: 'error_sector' })),
	province: optional(z.string().regex(/^([A-Z]{2}|unknown)$/, { error: 'error_province' })),
	state: optional(z.enum(reportStates, { error: 'committee_error_state' })),
	/** A name: the organisation it belongs to is looked up. */
	organisation: optional(z.string().max(120, { error: 'error_too_long' })),
	number: optional(numberOrPrefix),
	/** What a mark of the trends adds: the exact kind, who reports, and the hour of the contact. */
	sub_category: optional(subCategoryCode),
	verification: optional(z.enum(verifications, { error: 'error_refused' })),
	weekday: optional(z.coerce.number({ error: 'error_refused' }).int().min(1).max(7)),
	hour: optional(z.coerce.number({ error: 'error_refused' }).int().min(0).max(23)),
	/** How it was answered, and what the reporter thought of it: then the period is of the delivery. */
	answer: optional(z.enum(answerStates, { error: 'error_refused' })),
	verdict: optional(
		z.enum(['solved', 'not_solved', 'no_verdict', 'unanswered'], { error: 'error_refused' })
	),
	/** Only what the trends count. */
	counted: optional(z.enum(['yes'], { error: 'error_refused' })),
	/** A caller that the committee named without knowing an organisation. */
	caller: optional(z.coerce.number({ error: 'error_refused' }).int().positive()),
	from: day,
	to: day,
	/** The next page begins before this report. */
	before: optional(z.coerce.number({ error: 'error_refused' }).int().positive())
});
