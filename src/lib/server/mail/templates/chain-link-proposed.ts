import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To an owner of an organisation: another says that one of the two works for the other. */
export const chainLinkProposed = template({
	parameters: z.object({
		organisation: z.string(),
		/** Whether it is who reads this that would work for the other. */
		is_worker: z.boolean()
	}),
	example: { organisation: 'Stroomwijs', is_worker: true },
	write: ({ organisation, is_worker }, { locale, origin }) => {
		const text = is_worker
			? m.mail_chain_link_proposed_worker_text
			: m.mail_chain_link_proposed_client_text;
		return {
			subject: m.mail_chain_link_proposed_subject({ organisation }, { locale }),
			paragraphs: [text({ organisation }, { locale })],
			link: { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` }
		};
	}
});
