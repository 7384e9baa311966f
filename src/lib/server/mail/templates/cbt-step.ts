import { z } from 'zod';
import { formatDay } from '#lib/i18n/format.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { template } from '../template.ts';

const steps = [
	'submitted',
	'invoiced',
	'additions_asked',
	'paid',
	'taken_on',
	'advised',
	'declined',
	'withdrawn',
	'advice_ended'
] as const;

/** To who applied for a longer customer term: something happened, and what that means. */
export const cbtStep = template({
	parameters: z.object({
		step: z.enum(steps),
		reference: z.string(),
		organisation: z.string(),
		token: z.string(),
		invoice_number: z.string().optional(),
		euros: z.number().optional(),
		due_at: z.string().optional(),
		ended_on: z.string().optional()
	}),
	example: {
		step: 'invoiced',
		reference: 'K-26-7K3F9Q',
		organisation: 'Leesland',
		token: 'aToken',
		invoice_number: '2026-014',
		euros: 3680
	},
	write: (told, { locale, origin }) => {
		const { step, reference, organisation, token } = told;
		// A term ends at the midnight after its last day.
		const last = told.due_at ? addDays(dayOf(new Date(told.due_at)), -1) : '';
		const words = {
			day: formatDay(last, locale),
			ended: formatDay(told.ended_on ?? '', locale),
			number: told.invoice_number ?? '',
			amount: String(told.euros ?? '')
		};
		const say = {
			submitted: m.mail_cbt_submitted,
			invoiced: m.mail_cbt_invoiced,
			additions_asked: m.mail_cbt_additions_asked,
			paid: m.mail_cbt_paid,
			taken_on: m.mail_cbt_taken_on,
			advised: m.mail_cbt_advised,
			declined: m.mail_cbt_declined,
			withdrawn: m.mail_cbt_withdrawn,
			advice_ended: m.mail_cbt_advice_ended
		}[step];
		return {
			subject: m.mail_cbt_subject({ reference, organisation }, { locale }),
			paragraphs: say(words, { locale }).split('\n\n'),
			link: {
				label: m.mail_cbt_link({}, { locale }),
				href: origin + localizeHref(`/adviesregister/aanvraag/${token}`, { locale })
			}
		};
	}
});
