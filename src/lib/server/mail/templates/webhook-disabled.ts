import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To an owner of an organisation: a webhook kept failing and was switched off. */
export const webhookDisabled = template({
	parameters: z.object({ host: z.string(), slug: z.string(), answer: z.string() }),
	example: { host: 'crm.stroomwijs.example', slug: 'stroomwijs', answer: '500' },
	write: ({ host, slug, answer }, { locale, origin }) => ({
		subject: m.mail_webhook_disabled_subject({ host }, { locale }),
		paragraphs: m.mail_webhook_disabled_text({ host, answer }, { locale }).split('\n\n'),
		link: {
			label: m.mail_webhook_disabled_link({}, { locale }),
			href: origin + localizeHref(`/portaal/${slug}/koppelingen`, { locale })
		}
	})
});
