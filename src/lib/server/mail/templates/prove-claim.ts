import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To whoever claims an organisation: six digits that prove mail at its web domain. */
export const proveClaim = template({
	parameters: z.object({ organisation: z.string(), code: z.string() }),
	example: { organisation: 'Stroomwijs', code: '012345' },
	write: ({ organisation, code }, { locale }) => ({
		subject: m.mail_prove_claim_subject({ code }, { locale }),
		paragraphs: m.mail_prove_claim_text({ organisation, code }, { locale }).split('\n\n')
	})
});
