import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To who objected, the day after the term: did it stop? */
export const askWhetherStopped = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		sent_at: z.string(),
		token: z.string()
	}),
	example: {
		reference: 'V-26-7K3F9Q',
		organisation: 'Stroomwijs',
		sent_at: '2026-07-02T17:05:00Z',
		token: 'voorbeeld'
	},
	write: ({ reference, organisation, sent_at, token }, { locale, origin }) => {
		const day = formatDay(dayOf(new Date(sent_at)), locale);
		const page = origin + localizeHref(`/verzet/gestopt/${token}`, { locale });
		return {
			subject: m.mail_ask_whether_stopped_subject({ reference, organisation }, { locale }),
			paragraphs: m
				.mail_ask_whether_stopped_text({ reference, organisation, day }, { locale })
				.split('\n\n'),
			link: [
				{ label: m.mail_ask_whether_stopped_yes({}, { locale }), href: `${page}?has_stopped=yes` },
				{ label: m.mail_ask_whether_stopped_no({}, { locale }), href: `${page}?has_stopped=no` }
			]
		};
	}
});
