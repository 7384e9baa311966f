import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To who objected or asked for proof: it has come in. The follow code is never mailed. */
export const objectionLodged = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		is_sent_by_desk: z.boolean()
	}),
	example: { reference: 'V-26-7K3F9Q', organisation: 'Stroomwijs', is_sent_by_desk: true },
	write: ({ reference, organisation, is_sent_by_desk }, { locale, origin }) => ({
		subject: m.mail_objection_lodged_subject({ reference }, { locale }),
		paragraphs: (is_sent_by_desk
			? m.mail_objection_lodged_text({ reference, organisation }, { locale })
			: m.mail_objection_lodged_letter_text({ reference, organisation }, { locale })
		).split('\n\n'),
		link: {
			label: m.mail_follow_objection_link({}, { locale }),
			href: origin + localizeHref('/verzet/volgen', { locale })
		}
	})
});
