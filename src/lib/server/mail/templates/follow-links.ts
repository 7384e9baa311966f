import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

/** To a reporter who has no follow code at hand: a link to each report, each for one time. */
export const followLinks = template({
	parameters: z.object({ references: z.array(z.string()), tokens: z.string() }),
	example: { references: ['26-7K3F9Q', '26-0Z8M2D'], tokens: 'aToken another' },
	write: ({ references, tokens }, { locale, origin }) => {
		const tokenOf = tokens.split(' ');
		const links = references.map((reference, index) => {
			const path = localizeHref(`/volgen/link/${tokenOf[index]}`, { locale });
			return `${reference}:\n${origin}${path}`;
		});
		return {
			subject: m.mail_follow_links_subject({}, { locale }),
			paragraphs: [
				...m.mail_follow_links_text({}, { locale }).split('\n\n'),
				...links,
				m.mail_follow_links_not_you({}, { locale })
			]
		};
	}
});
