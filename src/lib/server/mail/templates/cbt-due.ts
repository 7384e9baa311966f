import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To the committee: a term of an application for a longer customer term has passed. */
export const cbtDue = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		clock: z.enum(['cbt_additions', 'cbt_advice', 'cbt_advice_target'])
	}),
	example: { reference: 'K-26-7K3F9Q', organisation: 'Leesland', clock: 'cbt_advice' },
	write: ({ reference, organisation, clock }, { locale, origin }) => ({
		subject: m.mail_cbt_due_subject({ reference, organisation }, { locale }),
		paragraphs: [
			{
				cbt_additions: m.mail_cbt_due_additions,
				cbt_advice: m.mail_cbt_due_advice,
				cbt_advice_target: m.mail_cbt_due_target
			}[clock]({ organisation }, { locale })
		],
		link: {
			label: m.mail_cbt_link({}, { locale }),
			href: origin + localizeHref(`/commissie/adviesregister/${reference}`, { locale })
		}
	})
});
