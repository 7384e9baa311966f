import type { Judgement } from '#lib/domain/report/judgements.ts';
import { z } from 'zod';
import type { Look } from '#lib/domain/audit/looks.ts';
import { withShownNumber } from '#lib/domain/phone-number/write-number.ts';
import { categories, channels, kinds, sectors } from '#lib/domain/report/taxonomy.ts';
import { keptFinding } from '#lib/domain/rules/assessment-shape.ts';
import { reportStates, type ReportState } from '#lib/domain/report/states.ts';
import { decrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { evidenceItem } from '../evidence/evidence.ts';
import { followedAnswer, followedMessage } from '../following/follow-up-shape.ts';
import { renewFindingsOf } from './renew-findings.ts';

/*
 * What the committee and its moderators read and do. All of it with the rights of the one who
 * signed in: the database decides.
 */

export const reportRow = z
	.object({
		report_id: z.number(),
		reference: z.string(),
		kind: z.enum(kinds),
		channel: z.enum(channels),
		state: z.enum(reportStates),
		sector: z.enum(sectors),
		province: z.string().nullable(),
		organisation_name: z.string().nullable(),
		stated_name: z.string().nullable(),
		caller_number: z.string().nullable(),
		categories: z.array(z.enum(categories)),
		excerpt: z.string().nullable(),
		counted_on: z.string(),
		filed_at: z.string()
	})
	.transform(withShownNumber);

/** A report in a list. */
export type ReportRow = z.output<typeof reportRow>;

export type ReportFilters = {
	kind?: string;
	channel?: string;
	category?: string;
	sector?: string;
	province?: string;
	state?: ReportState;
	organisation_id?: string;
	/** E.164. */
	number?: string;
	number_prefix?: string;
	first_on?: string;
	last_on?: string;
	sub_category?: string;
	verification?: string;
	/** From Monday, 1. */
	weekday?: number;
	hour?: number;
	/** How it was answered and judged: then the days are those of the delivery. */
	answer?: string;
	verdict?: string;
	is_counted?: boolean;
	/** A caller that is known by a label alone. */
	caller_id?: number;
};

/** The newest reports that pass the filters, from before a given one on. */
export async function listReports(
	client: Client,
	filters: ReportFilters,
	{ before, most }: { before?: number; most: number }
): Promise<ReportRow[]> {
	const answer = await client.rpc('list_reports', { ...filters, before, most });
	return z.array(reportRow).parse(unwrap('list_reports', answer));
}

const report = z
	.object({
		reference: z.string(),
		kind: z.enum(kinds),
		channel: z.enum(channels),
		state: z.enum(reportStates),
		outcome: z.string().nullable(),
		sector: z.enum(sectors),
		organisation: z.object({ id: z.string(), name: z.string(), match: z.string() }).nullable(),
		organisation_name: z.string().nullable(),
		caller_number: z.string().nullable(),
		narrative: z.string().nullable(),
		facts: z.record(z.string(), z.unknown()),
		findings: z.array(keptFinding),
		province: z.string().nullable(),
		share_identity: z.boolean(),
		publish_narrative: z.boolean(),
		counted_on: z.string(),
		is_counted: z.boolean(),
		origin: z.string(),
		filed_at: z.string(),
		contacts: z.array(z.object({ contact_at: z.string(), is_time_known: z.boolean() })),
		evidence: z.array(evidenceItem),
		categories: z.array(
			z.object({
				code: z.enum(categories),
				source: z.enum(['reporter', 'suggested', 'committee']),
				score: z.number().nullable(),
				is_primary: z.boolean()
			})
		),
		/** What the organisation tells committee and regulator alone. */
		notes: z.array(
			z.object({ organisation_name: z.string(), text: z.string(), written_at: z.string() })
		),
		answers: z.array(followedAnswer),
		messages: z.array(followedMessage),
		events: z.array(
			z.object({
				event: z.string(),
				from_state: z.enum(reportStates).nullable(),
				to_state: z.enum(reportStates),
				actor_role: z.string(),
				reason: z.string().nullable(),
				details: z.record(z.string(), z.unknown()),
				occurred_at: z.string()
			})
		)
	})
	.transform(withShownNumber);

/** One report with all that happened to it. */
export type Report = z.output<typeof report>;

/** A report by its reference, and that it was looked at is written down; null when there is none that this visitor may read. */
export async function readReport(
	client: Client,
	reference: string,
	look: Look = { purpose: 'handling' }
): Promise<Report | null> {
	const { data, error } = await client.rpc('read_report', { reference, ...look });
	if (error) throw toError('read_report', error);
	return data === null ? null : report.parse(data);
}

/** Whether something in the narrative was masked, so that there is an original. */
export async function hasOriginal(client: Client, reference: string): Promise<boolean> {
	return unwrap('has_original', await client.rpc('has_original', { reference })) === true;
}

const sealedOriginal = z.object({ ciphertext: z.string(), key_id: z.string() });

/**
 * What the reporter wrote before it was masked. That it was read is written down, and told to the reporter.
 * @throws Refused (`not_allowed`, `report_not_found`, `purpose_needed`)
 */
export async function readOriginal(
	{ secrets }: Desk,
	client: Client,
	reference: string,
	look: Look
): Promise<string> {
	const answer = await client.rpc('read_original', { reference, ...look });
	return decrypt(secrets.encryption_keys, sealedOriginal.parse(unwrap('read_original', answer)));
}

const nearCopy = z.object({
	reference: z.string(),
	state: z.enum(reportStates),
	organisation_name: z.string().nullable(),
	filed_at: z.string(),
	copies: z.number()
});

/** A report with nearly the same text; `copies` is how many there are. */
export type NearCopy = z.infer<typeof nearCopy>;

/** Reports with nearly the same text, newest first. */
export async function listNearCopies(client: Client, reference: string): Promise<NearCopy[]> {
	const answer = await client.rpc('list_near_copies', { reference, most: 20 });
	return z.array(nearCopy).parse(unwrap('list_near_copies', answer));
}

/** Takes a report apart: nobody but staff sees it, and nothing counts it. */
export async function hold(client: Client, reference: string, reason: string): Promise<void> {
	unwrap('hold_report', await client.rpc('hold_report', { reference, reason }));
}

/** Lets a held report go on its way. */
export async function release(client: Client, reference: string, reason: string): Promise<void> {
	unwrap('release_report', await client.rpc('release_report', { reference, reason }));
}

/** Decides about a report that its organisation contested: it stands, or it ends with that outcome. */
export async function judgeContest(
	client: Client,
	reference: string,
	judgement: Judgement,
	reason: string
): Promise<void> {
	unwrap('judge_contest', await client.rpc('judge_contest', { reference, judgement, reason }));
}

/** Replaces the categories, the first one primary. */
export async function recategorise(
	client: Client,
	reference: string,
	codes: string[],
	reason: string
): Promise<void> {
	const act = { reference, categories: codes, reason };
	unwrap('recategorise_report', await client.rpc('recategorise_report', act));
}

/** Points a report to another organisation, or to none; another sector may mean other findings. */
export async function attribute(
	desk: Desk,
	client: Client,
	reference: string,
	organisationId: string | null,
	reason: string
): Promise<void> {
	// The generated types do not know that a function takes null for an argument without a default.
	const act = { reference, organisation_id: organisationId as string, reason };
	unwrap('attribute_report', await client.rpc('attribute_report', act));
	await renewFindingsOf(desk, reference);
}
