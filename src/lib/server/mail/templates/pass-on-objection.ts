import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { identifiers } from '#lib/domain/objection/identifiers.ts';
import { objectionChannels } from '#lib/domain/objection/submission.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayAgainst, sayShared } from '../../objections/objection-words.ts';
import { template } from '../template.ts';

/** To an organisation: somebody objects, and how to find this person. */
export const passOnObjection = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		against: z.array(z.enum(objectionChannels)),
		lodged_at: z.string(),
		due_at: z.string(),
		shared: z.string().transform((text) => identifiers.parse(JSON.parse(text))),
		token: z.string()
	}),
	example: {
		reference: 'V-26-7K3F9Q',
		organisation: 'Stroomwijs',
		against: ['phone', 'door'],
		lodged_at: '2026-07-02T17:05:00Z',
		due_at: '2026-07-30T22:00:00Z',
		shared: JSON.stringify({
			name: 'J. Voorbeeld',
			phone_numbers: ['+31612345678'],
			email: null,
			address: 'Dorpsstraat 1, 1234 AB Dorp'
		}),
		token: 'voorbeeld'
	},
	write: (
		{ reference, organisation, against, lodged_at, due_at, shared, token },
		{ locale, origin }
	) => ({
		subject: m.mail_pass_on_objection_subject({ reference }, { locale }),
		paragraphs: m
			.mail_pass_on_objection_text(
				{
					organisation,
					moment: formatInstant(lodged_at, locale),
					against: sayAgainst(against, locale),
					shared: sayShared(shared, locale).join('\n'),
					// The clock runs out at midnight: the last day is the one before.
					day: formatDay(dayOf(new Date(Date.parse(due_at) - 1)), locale)
				},
				{ locale }
			)
			.split('\n\n'),
		link: {
			label: m.mail_pass_on_objection_link({}, { locale }),
			href: `${origin}/verzet/bevestigen/${token}`
		}
	})
});
