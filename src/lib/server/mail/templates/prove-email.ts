import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To the reporter: six digits that prove the address. */
export const proveEmail = template({
	parameters: z.object({ reference: z.string(), code: z.string() }),
	example: { reference: '26-7K3F9Q', code: '012345' },
	write: ({ reference, code }, { locale }) => ({
		subject: m.mail_prove_email_subject({ code }, { locale }),
		paragraphs: m.mail_prove_email_text({ reference, code }, { locale }).split('\n\n')
	})
});
