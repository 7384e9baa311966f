import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To whoever claimed an organisation: an administrator refused it. */
export const claimRefused = template({
	parameters: z.object({ organisation: z.string(), reason: z.string() }),
	example: { organisation: 'Stroomwijs', reason: 'We konden u niet bereiken via de organisatie.' },
	write: ({ organisation, reason }, { locale }) => ({
		subject: m.mail_claim_refused_subject({ organisation }, { locale }),
		paragraphs: m.mail_claim_refused_text({ organisation, reason }, { locale }).split('\n\n')
	})
});
