import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';
import { portalLink } from './portal-link.ts';

/** To a member of an organisation: the reporter wrote about a report. */
export const messageFromReporter = template({
	parameters: z.object({ reference: z.string(), portal: z.string() }),
	example: { reference: '26-7K3F9Q', portal: 'stroomwijs' },
	write: ({ reference, portal }, context) => ({
		subject: m.mail_message_from_reporter_subject({ reference }, { locale: context.locale }),
		paragraphs: m
			.mail_message_from_reporter_text({ reference }, { locale: context.locale })
			.split('\n\n'),
		link: portalLink(portal, reference, context)
	})
});
