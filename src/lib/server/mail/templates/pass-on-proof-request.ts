import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { identifiers } from '#lib/domain/objection/identifiers.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayShared } from '../../objections/objection-words.ts';
import { template } from '../template.ts';

/** To an organisation: somebody asks it to prove that they consented. */
export const passOnProofRequest = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		lodged_at: z.string(),
		due_at: z.string(),
		shared: z.string().transform((text) => identifiers.parse(JSON.parse(text))),
		token: z.string()
	}),
	example: {
		reference: 'B-26-7K3F9Q',
		organisation: 'Stroomwijs',
		lodged_at: '2026-07-02T17:05:00Z',
		due_at: '2026-07-09T22:00:00Z',
		shared: JSON.stringify({
			name: null,
			phone_numbers: ['+31612345678'],
			email: null,
			address: null
		}),
		token: 'voorbeeld'
	},
	write: ({ reference, organisation, lodged_at, due_at, shared, token }, { locale, origin }) => {
		// The clock runs out at midnight: the last day is the one before.
		const day = formatDay(dayOf(new Date(Date.parse(due_at) - 1)), locale);
		return {
			subject: m.mail_pass_on_proof_request_subject({ reference, day }, { locale }),
			paragraphs: m
				.mail_pass_on_proof_request_text(
					{
						organisation,
						moment: formatInstant(lodged_at, locale),
						shared: sayShared(shared, locale).join('\n'),
						day
					},
					{ locale }
				)
				.split('\n\n'),
			link: {
				label: m.mail_pass_on_proof_request_link({}, { locale }),
				href: `${origin}/bewijs/${token}`
			}
		};
	}
});
