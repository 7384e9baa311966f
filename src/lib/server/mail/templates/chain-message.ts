import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To a member of an organisation: another in the chain wrote about a report. */
export const chainMessage = template({
	parameters: z.object({
		reference: z.string(),
		is_question: z.boolean(),
		organisation: z.string()
	}),
	example: { reference: '26-7K3F9Q', is_question: true, organisation: 'Stroomwijs' },
	write: ({ reference, is_question, organisation }, { locale, origin }) => {
		const subject = is_question
			? m.mail_chain_message_question_subject
			: m.mail_chain_message_reply_subject;
		return {
			subject: subject({ reference, organisation }, { locale }),
			paragraphs: [m.mail_chain_message_text({}, { locale })],
			link: { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` }
		};
	}
});
