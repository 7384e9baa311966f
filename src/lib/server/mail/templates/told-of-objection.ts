import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref, type Locale } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

type Subject = (
	parts: { reference: string; organisation: string },
	options: { locale: Locale }
) => string;
type Text = (
	parts: { reference: string; organisation: string; day: string },
	options: { locale: Locale }
) => string;

/** A mail that tells who objected what the organisation did with it, and until when it has time. */
export const toldOfObjection = (subject: Subject, text: Text) =>
	template({
		parameters: z.object({ reference: z.string(), organisation: z.string(), due_at: z.string() }),
		example: {
			reference: 'V-26-7K3F9Q',
			organisation: 'Stroomwijs',
			due_at: '2026-07-30T22:00:00Z'
		},
		write: ({ reference, organisation, due_at }, { locale, origin }) => {
			// The clock runs out at midnight: the last day is the one before.
			const day = formatDay(dayOf(new Date(Date.parse(due_at) - 1)), locale);
			return {
				subject: subject({ reference, organisation }, { locale }),
				paragraphs: text({ reference, organisation, day }, { locale }).split('\n\n'),
				link: {
					label: m.mail_follow_objection_link({}, { locale }),
					href: origin + localizeHref('/verzet/volgen', { locale })
				}
			};
		}
	});
