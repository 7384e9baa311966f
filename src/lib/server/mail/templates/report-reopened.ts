import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';
import { portalLink } from './portal-link.ts';

/** To a member of an organisation: the reporter asks for another answer. */
export const reportReopened = template({
	parameters: z.object({ reference: z.string(), portal: z.string(), answer_by: z.string() }),
	example: { reference: '26-7K3F9Q', portal: 'stroomwijs', answer_by: '2026-07-17T22:00:00Z' },
	write: ({ reference, portal, answer_by }, context) => {
		const { locale } = context;
		// The clock runs out at midnight: the last day is the one before.
		const day = formatDay(dayOf(new Date(Date.parse(answer_by) - 1)), locale);
		return {
			subject: m.mail_report_reopened_subject({ reference, day }, { locale }),
			paragraphs: m.mail_report_reopened_text({ reference, day }, { locale }).split('\n\n'),
			link: portalLink(portal, reference, context)
		};
	}
});
