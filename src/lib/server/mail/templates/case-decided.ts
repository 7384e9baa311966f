import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To who answers for an organisation: the committee decided something about it. */
export const caseDecided = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: 'D26-7K3F9' },
	write: ({ reference }, { locale, origin }) => ({
		subject: m.mail_case_decided_subject({ reference }, { locale }),
		paragraphs: [m.mail_case_decided_text({}, { locale })],
		link: { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` }
	})
});
