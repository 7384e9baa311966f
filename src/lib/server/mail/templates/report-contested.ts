import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To the reporter: the organisation says that the report is not about it. */
export const reportContested = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: '26-7K3F9Q' },
	write: ({ reference }, { locale, origin }) => ({
		subject: m.mail_report_contested_subject({ reference }, { locale }),
		paragraphs: m.mail_report_contested_text({ reference }, { locale }).split('\n\n'),
		link: {
			label: m.mail_follow_report_link({}, { locale }),
			href: origin + localizeHref('/volgen', { locale })
		}
	})
});
