import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To the reporter: the report has come in. The follow code is never mailed. */
export const acknowledgeReport = template({
	parameters: z.object({ reference: z.string(), is_held: z.boolean() }),
	example: { reference: '26-7K3F9Q', is_held: false },
	write: ({ reference, is_held }, { locale, origin }) => ({
		subject: m.mail_acknowledge_report_subject({ reference }, { locale }),
		paragraphs: (is_held ? m.mail_acknowledge_held_report_text : m.mail_acknowledge_report_text)(
			{ reference },
			{ locale }
		).split('\n\n'),
		link: {
			label: m.mail_follow_report_link({}, { locale }),
			href: origin + localizeHref('/volgen', { locale })
		}
	})
});
