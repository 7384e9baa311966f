import { z } from 'zod';

/* A report as it stands in a dossier. The same shape is the schema that goes along with it. */

const instant = z.string().meta({ description: 'ISO 8601' });

export const dossierReport = z
	.object({
		reference: z.string(),
		kind: z.string(),
		channel: z.string(),
		state: z.string(),
		outcome: z.string().nullable(),
		sector: z.string(),
		province: z.string().nullable(),
		organisation: z.string().nullable().meta({ description: 'To which it was attributed' }),
		organisation_match: z.string().nullable().meta({ description: 'How that was found' }),
		organisation_as_reported: z.string().nullable(),
		made_by: z
			.string()
			.nullable()
			.meta({ description: 'The link in the chain that made the contact' }),
		caller_number: z.string().nullable().meta({ description: 'E.164' }),
		narrative: z.string().nullable().meta({ description: 'With personal data masked' }),
		facts: z.record(z.string(), z.unknown()),
		counted_on: z.string(),
		is_counted: z.boolean(),
		origin: z.string(),
		filed_at: instant,
		delivered_at: instant.nullable(),
		answer_due_at: instant.nullable(),
		categories: z.array(
			z.object({ code: z.string(), source: z.string(), is_primary: z.boolean() })
		),
		contacts: z.array(z.object({ contact_at: instant, is_time_known: z.boolean() })),
		findings: z.array(
			z.object({
				rule_id: z.string(),
				outcome: z.string(),
				severity: z.string(),
				category: z.string(),
				assessed_at: instant
			})
		),
		answers: z.array(
			z.object({
				organisation: z.string(),
				answer_type: z.string(),
				reason: z.string(),
				text: z.string().nullable(),
				answered_at: instant,
				verdict: z.string().nullable(),
				verdict_text: z.string().nullable(),
				verdict_at: instant.nullable(),
				is_promise_kept: z.boolean().nullable()
			})
		),
		timeline: z.array(
			z.object({
				event: z.string(),
				from_state: z.string().nullable(),
				to_state: z.string(),
				actor_role: z.string(),
				reason: z.string().nullable(),
				occurred_at: instant
			})
		)
	})
	.meta({
		title: 'Report',
		description: 'One report of a dossier; a finding is an allegation, never a verdict'
	});

export type DossierReport = z.infer<typeof dossierReport>;
