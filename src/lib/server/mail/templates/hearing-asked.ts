import { z } from 'zod';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To who answers for an organisation: the committee put a question to it. */
export const hearingAsked = template({
	parameters: z.object({ reference: z.string(), due_on: z.string() }),
	example: { reference: 'D26-7K3F9-1', due_on: '2026-07-16' },
	write: ({ reference, due_on }, { locale, origin }) => ({
		subject: m.mail_hearing_asked_subject({ reference }, { locale }),
		paragraphs: [m.mail_hearing_asked_text({ day: formatDay(due_on, locale) }, { locale })],
		link: { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` }
	})
});
