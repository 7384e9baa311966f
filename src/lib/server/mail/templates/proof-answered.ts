import { z } from 'zod';
import { consentRecord } from '#lib/domain/objection/consent-record.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { sayJudgement, sayRecord } from '../../objections/objection-words.ts';
import { template } from '../template.ts';

/** To who asked for proof: the answer, and how it stands to the rules. */
export const proofAnswered = template({
	parameters: z.object({
		reference: z.string(),
		organisation: z.string(),
		record: z.string().transform((text) => consentRecord.parse(JSON.parse(text)))
	}),
	example: {
		reference: 'B-26-7K3F9Q',
		organisation: 'Stroomwijs',
		record: JSON.stringify({
			has_consent: 'yes',
			given_on: '2026-02-03',
			text_shown: 'Ja, Stroomwijs en partners mogen mij bellen.',
			source: 'https://example.org/prijsvraag',
			asked_by: 'Prijzenpot',
			is_active: 'yes',
			is_separate: 'no',
			names_organisation: 'yes',
			names_channel: 'yes',
			verification: 'none'
		})
	},
	write: ({ reference, organisation, record }, { locale, origin }) => ({
		subject: m.mail_proof_answered_subject({ reference, organisation }, { locale }),
		paragraphs: m
			.mail_proof_answered_text(
				{
					reference,
					organisation,
					answer: sayRecord(record, locale)
						.map(({ name, text }) => `${name}: ${text}`)
						.join('\n'),
					judgement: sayJudgement(record, locale)
				},
				{ locale }
			)
			.split('\n\n'),
		link: {
			label: m.mail_follow_objection_link({}, { locale }),
			href: origin + localizeHref('/verzet/volgen', { locale })
		}
	})
});
