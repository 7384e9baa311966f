import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To whoever claimed an organisation: an administrator granted it. */
export const claimGranted = template({
	parameters: z.object({ organisation: z.string(), reason: z.string() }),
	example: { organisation: 'Stroomwijs', reason: 'U staat als bestuurder in het handelsregister.' },
	write: ({ organisation, reason }, { locale, origin }) => ({
		subject: m.mail_claim_granted_subject({ organisation }, { locale }),
		paragraphs: m.mail_claim_granted_text({ organisation, reason }, { locale }).split('\n\n'),
		link: {
			label: m.mail_sign_in_link({}, { locale }),
			href: `${origin}${locale === 'en' ? '/en' : ''}/inloggen?next=/portaal`
		}
	})
});
