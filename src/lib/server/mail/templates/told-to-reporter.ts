import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref, type Locale } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

type Words = (parts: { reference: string }, options: { locale: Locale }) => string;

/** A mail that only tells a reporter that something happened: what it is stands on the page alone. */
export const toldToReporter = (subject: Words, text: Words) =>
	template({
		parameters: z.object({ reference: z.string() }),
		example: { reference: '26-7K3F9Q' },
		write: ({ reference }, { locale, origin }) => ({
			subject: subject({ reference }, { locale }),
			paragraphs: text({ reference }, { locale }).split('\n\n'),
			link: {
				label: m.mail_follow_report_link({}, { locale }),
				href: origin + localizeHref('/volgen', { locale })
			}
		})
	});
