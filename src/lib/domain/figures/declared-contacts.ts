import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { channels } from '../report/taxonomy.ts';

/** How many people an organisation says it called or visited in a month. */
export const declaredContacts = z.object({
	month: z
		.string({ error: 'error_month' })
		.transform((text) => (/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text))
		.refine((day) => isDay(day) && day.endsWith('-01'), { error: 'error_month' }),
	contact_channel: z.enum(channels, { error: 'error_channel' }),
	contacts: z
		.number({ error: 'error_contacts' })
		.int({ error: 'error_contacts' })
		.min(0, { error: 'error_contacts' })
		.max(100_000_000, { error: 'error_contacts' })
});
export type DeclaredContacts = z.output<typeof declaredContacts>;
