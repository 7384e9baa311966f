import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To who objected: the organisation could not be mailed, and the letter is for them to send. */
export const objectionNotDelivered = template({
	parameters: z.object({ reference: z.string(), organisation: z.string() }),
	example: { reference: 'V-26-7K3F9Q', organisation: 'Stroomwijs' },
	write: ({ reference, organisation }, { locale, origin }) => ({
		subject: m.mail_objection_not_delivered_subject({ reference }, { locale }),
		paragraphs: m
			.mail_objection_not_delivered_text({ reference, organisation }, { locale })
			.split('\n\n'),
		link: {
			label: m.mail_follow_objection_link({}, { locale }),
			href: origin + localizeHref('/verzet/volgen', { locale })
		}
	})
});
