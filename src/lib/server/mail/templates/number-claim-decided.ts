import { z } from 'zod';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { decisionIn } from '#lib/i18n/number-decision.ts';
import { m } from '#lib/paraglide/messages.js';
import { template } from '../template.ts';

/** To an owner of an organisation: whether numbers are in its name now. */
export const numberClaimDecided = template({
	parameters: z.object({
		number: z.string(),
		is_confirmed: z.boolean(),
		reason: z.string(),
		attributed: z.number().default(0)
	}),
	example: {
		number: '+31851234500',
		is_confirmed: true,
		reason: 'Het contract noemt deze nummers.',
		attributed: 12
	},
	write: ({ number: e164, is_confirmed, reason: told, attributed }, { locale, origin }) => {
		const number = writeNumber(e164);
		const reason = decisionIn(told, locale);
		const link = { label: m.mail_portal_open({}, { locale }), href: `${origin}/portaal` };
		if (!is_confirmed) {
			return {
				subject: m.mail_number_claim_decided_refused_subject({ number }, { locale }),
				paragraphs: m
					.mail_number_claim_decided_refused_text({ number, reason }, { locale })
					.split('\n\n'),
				link
			};
		}
		const parts = { number, reason, attributed };
		return {
			subject: m.mail_number_claim_decided_confirmed_subject({ number }, { locale }),
			paragraphs: m.mail_number_claim_decided_confirmed_text(parts, { locale }).split('\n\n'),
			link
		};
	}
});
