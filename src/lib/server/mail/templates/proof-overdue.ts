import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To who asked for proof: none came in time, and what they can do now. */
export const proofOverdue = template({
	parameters: z.object({ reference: z.string(), organisation: z.string() }),
	example: { reference: 'B-26-7K3F9Q', organisation: 'Stroomwijs' },
	write: ({ reference, organisation }, { locale, origin }) => ({
		subject: m.mail_proof_overdue_subject({ reference, organisation }, { locale }),
		paragraphs: m.mail_proof_overdue_text({ reference, organisation }, { locale }).split('\n\n'),
		link: {
			label: m.mail_follow_objection_link({}, { locale }),
			href: origin + localizeHref('/verzet/volgen', { locale })
		}
	})
});
