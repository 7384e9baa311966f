import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To a member of an organisation: the reporter wrote about a report. */
export const messageFromReporter = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: '26-7K3F9Q' },
	write: ({ reference }, { locale }) => ({
		subject: m.mail_message_from_reporter_subject({ reference }, { locale }),
		paragraphs: m.mail_message_from_reporter_text({ reference }, { locale }).split('\n\n')
	})
});
