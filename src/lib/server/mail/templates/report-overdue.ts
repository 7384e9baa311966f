import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To a member of an organisation: the time to answer a report has run out. */
export const reportOverdue = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: '26-7K3F9Q' },
	write: ({ reference }, { locale }) => ({
		subject: m.mail_report_overdue_subject({ reference }, { locale }),
		paragraphs: m.mail_report_overdue_text({ reference }, { locale }).split('\n\n')
	})
});
