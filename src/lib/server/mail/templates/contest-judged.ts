import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To the reporter: the committee decided about a report that its organisation contested. */
export const contestJudged = template({
	parameters: z.object({ reference: z.string() }),
	example: { reference: '26-7K3F9Q' },
	write: ({ reference }, { locale, origin }) => ({
		subject: m.mail_contest_judged_subject({ reference }, { locale }),
		paragraphs: m.mail_contest_judged_text({ reference }, { locale }).split('\n\n'),
		link: {
			label: m.mail_follow_report_link({}, { locale }),
			href: origin + localizeHref('/volgen', { locale })
		}
	})
});
