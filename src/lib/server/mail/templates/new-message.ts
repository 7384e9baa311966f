import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To the reporter: the organisation or the committee wrote. What it says stands on the page alone. */
export const newMessage = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: '26-7K3F9Q' },
	write: ({ reference }, { locale, origin }) => ({
		subject: m.mail_new_message_subject({ reference }, { locale }),
		paragraphs: m.mail_new_message_text({ reference }, { locale }).split('\n\n'),
		link: {
			label: m.mail_follow_report_link({}, { locale }),
			href: origin + localizeHref('/volgen', { locale })
		}
	})
});
