import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To an owner of a contact centre: an advertiser says that it calls with these numbers. */
export const numberToConfirm = template({
	parameters: z.object({ number: z.string(), claims: z.number(), organisation: z.string() }),
	example: { number: '+31851234500', claims: 1, organisation: 'Stroomwijs' },
	write: ({ number: e164, claims, organisation }, { locale, origin }) => {
		const number = writeNumber(e164);
		return {
			subject: m.mail_number_to_confirm_subject({ number, organisation }, { locale }),
			paragraphs: m
				.mail_number_to_confirm_text({ number, claims, organisation }, { locale })
				.split('\n\n'),
			link: { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` }
		};
	}
});
