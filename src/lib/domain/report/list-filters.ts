import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { parseCallerNumber } from '../phone-number/parse-phone-number.ts';
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
	province: optional(z.string().regex(/^[A-Z]{2}$/, { error: 'error_province' })),
	state: optional(z.enum(reportStates, { error: 'committee_error_state' })),
	/** A name: the organisation it belongs to is looked up. */
	organisation: optional(z.string().max(120, { error: 'error_too_long' })),
	number: optional(
		z.string().transform((typed, context) => {
			const e164 = parseCallerNumber(typed)?.e164;
			if (!e164) context.addIssue({ code: 'custom', message: 'error_phone_number' });
			return e164 ?? undefined;
		})
	),
	from: day,
	to: day,
	/** The next page begins before this report. */
	before: optional(z.coerce.number({ error: 'error_refused' }).int().positive())
});
