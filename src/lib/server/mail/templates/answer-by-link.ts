import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';
import { claimLink } from './portal-link.ts';

/** To an organisation without members: a report about it, and the link to read and answer it. */
export const answerByLink = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		answer_by: z.string(),
		works_until: z.string(),
		token: z.string()
	}),
	example: {
		reference: '26-7K3F9Q',
		organisation: 'Stroomwijs',
		answer_by: '2026-07-17T22:00:00Z',
		works_until: '2026-08-16T22:00:00Z',
		token: 'voorbeeld'
	},
	write: ({ reference, organisation, answer_by, works_until, token }, { locale, origin }) => {
		// The clock runs out at midnight: the last day is the one before.
		const lastDay = (instant: string) =>
			formatDay(dayOf(new Date(Date.parse(instant) - 1)), locale);
		const day = lastDay(answer_by);
		return {
			subject: m.mail_answer_by_link_subject({ reference, organisation, day }, { locale }),
			paragraphs: m
				.mail_answer_by_link_text({ organisation, day, last_day: lastDay(works_until) }, { locale })
				.split('\n\n'),
			link: [
				{ label: m.mail_answer_by_link_link({}, { locale }), href: `${origin}/antwoord/${token}` },
				claimLink({ locale, origin })
			]
		};
	}
});
