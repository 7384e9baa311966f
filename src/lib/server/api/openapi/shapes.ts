import { z } from 'zod';
import { categories, kinds } from '#lib/domain/report/taxonomy.ts';
import { objectionSubmission } from '#lib/domain/objection/submission.ts';
import { webhookMessage } from '#lib/domain/connections/webhooks.ts';
import { givenAnswer, messageToReporter } from '#lib/domain/report/given-answer.ts';
import { repeatedContact, withdrawal } from '#lib/domain/report/follow-up.ts';
import {
	givenVerdict,
	promiseCheck,
	redirection,
	reporterMessage
} from '#lib/domain/report/reporter-acts.ts';
import { assessmentShape, findingShape } from '#lib/domain/rules/assessment-shape.ts';
import { rulesQuestion } from '#lib/domain/rules/rules-question.ts';
import { reportSubmission } from '#lib/domain/report/submission.ts';
import { classifyQuestion } from '#lib/domain/text/classify-question.ts';
import { chainLink, chainReport, listedChainReport } from '../../connections/chain-by-key.ts';
import { listedReport, news, ownReport } from '../../connections/reports-by-key.ts';
import { evidenceItem } from '../../evidence/evidence.ts';
import { followedObjection } from '../../objections/followed-objections.ts';
import { followedReport } from '../../following/followed-reports.ts';
import { lodgedObjection } from '../../objections/objections.ts';
import { numberFigures } from '../../register/numbers.ts';
import { publicOrganisation } from '../../register/public-organisations.ts';
import { taxonomyShape } from '../../register/taxonomy.ts';

/** What goes over the line, by the name it has in the document. `needed`: what must be sent. */
export const shapes = {
	ReportSubmission: reportSubmission.meta({
		description:
			'A report as sent. It needs at least one of caller_number, organisation_id, organisation_name and narrative; categories are of the kind of the report.',
		needed: ['kind', 'channel'],
		examples: [reportExample()]
	}),
	FiledReport: z.object({
		reference: z.string().meta({ examples: ['26-7K3F9Q'] }),
		follow_code: z.string().meta({ description: 'Secret; shown once' }),
		follow_url: z.url(),
		status: z.string(),
		is_repeated: z.boolean().meta({ description: 'Filed before with the same Idempotency-Key' }),
		number: z.object({ e164: z.string() }).nullable(),
		organisation: z
			.object({
				id: z.uuid(),
				name: z.string(),
				match: z.enum(['registered_number', 'chosen', 'exact_name', 'similar_name', 'committee'])
			})
			.nullable(),
		categories: z.array(
			z.object({
				code: z.enum(categories),
				source: z.enum(['reporter', 'suggested']),
				score: z.number().nullable()
			})
		),
		findings: z.array(findingShape).meta({ description: 'Possibly broken rules; no verdict' }),
		objection: z
			.object({ reference: z.string(), objection_at: z.string() })
			.nullable()
			.meta({ description: 'An earlier objection by the same person that it was tested against' })
	}),
	FollowedReport: followedReport,
	ReportData: z
		.looseObject({
			taken_at: z.string(),
			email: z.string().nullable(),
			narrative_before_masking: z.string().nullable()
		})
		.meta({ description: 'Report, contacts, categories, answers, messages, terms, mails, events' }),
	ReporterMessage: reporterMessage,
	GivenVerdict: givenVerdict.meta({ needed: ['verdict'] }),
	PromiseCheck: promiseCheck,
	Redirection: redirection.meta({ description: 'One of the two', needed: [] }),
	Evidence: evidenceItem,
	Withdrawal: withdrawal.meta({ needed: [] }),
	RepeatedContact: repeatedContact.meta({
		description: 'One contact more: `on` and perhaps `time`, or `contact_at`',
		needed: []
	}),
	ObjectionSubmission: objectionSubmission.meta({
		description:
			'An objection to one organisation, a request for proof of consent, or both. It needs organisation_id or organisation_name. phone_numbers, shared_email, address and name are shared with that organisation; email is not.',
		needed: []
	}),
	LodgedObjection: lodgedObjection.extend({ follow_url: z.url() }),
	FollowedObjection: followedObjection,
	OwnReports: z.object({ reports: z.array(listedReport), next: z.string().nullable() }),
	OwnReport: ownReport,
	ChainLinks: z.object({ links: z.array(chainLink) }),
	ChainReports: z.object({ reports: z.array(listedChainReport), next: z.string().nullable() }),
	ChainReport: chainReport,
	GivenAnswer: givenAnswer('2026-07-02').meta({
		description:
			'The reason tells the type. A promise is kept within a year, and only with what is accepted.',
		needed: ['reason', 'text']
	}),
	MessageToReporter: messageToReporter,
	News: z.object({ news: z.array(news), next: z.string() }),
	WebhookMessage: webhookMessage,
	NumberLookUp: z
		.object({
			e164: z.string(),
			national: z.string().nullable(),
			type: z.string().nullable(),
			country: z.string().nullable()
		})
		.extend(numberFigures.shape),
	Organisations: z.object({
		organisations: z.array(
			z.object({ id: z.uuid(), name: z.string(), slug: z.string(), sector: z.string() })
		)
	}),
	Organisation: publicOrganisation.meta({
		description:
			'Shares and counts are null where they may not be shown: docs/statistics.md tells which'
	}),
	Trends: z.object({
		interval: z.string(),
		from: z.iso.date(),
		to: z.iso.date(),
		group_by: z.string(),
		threshold: z.number().nullable(),
		series: z.array(
			z.object({
				key: z.string(),
				label: z.string(),
				points: z.array(z.object({ period: z.iso.date(), count: z.number().nullable() }))
			})
		)
	}),
	Taxonomy: taxonomyShape,
	ClassifyQuestion: classifyQuestion,
	Classification: z.object({
		kind: z.enum(kinds),
		kind_score: z.number(),
		categories: z.array(z.object({ code: z.enum(categories), score: z.number() })),
		suggested: z.array(z.enum(categories)).meta({ description: 'The primary one first' }),
		masked: z.string().nullable().meta({
			description: 'The text with personal data masked; null when there is nothing to mask'
		})
	}),
	RulesQuestion: rulesQuestion,
	Assessment: assessmentShape,
	Problem: z
		.object({
			type: z.string(),
			title: z.string(),
			status: z.number().int(),
			detail: z.string(),
			errors: z.array(z.object({ path: z.string(), message: z.string() })).optional()
		})
		.meta({ description: 'An error as RFC 9457 has it' })
} satisfies Record<string, z.ZodType>;

export type ShapeName = keyof typeof shapes;

/** The content of a body or an answer. */
export function contents(name: ShapeName, mediaType = 'application/json') {
	return { [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } } };
}

/** A report that can be sent as it stands. */
export function reportExample() {
	return {
		kind: 'complaint',
		channel: 'phone',
		contact_at: '2026-07-02T19:05',
		caller_number: '085 123 45 67',
		organisation_name: 'Stroomwijs',
		sector: 'energy',
		categories: ['unwanted_contact'],
		narrative: 'They called during dinner although I never gave them my number.',
		facts: { consent: 'no', customer_status: 'never' },
		postcode4: '1012',
		locale: 'en'
	};
}
