import { z } from 'zod';
import { answerTypes, verdicts } from '#lib/domain/report/answers.ts';
import { mediaTypes } from '#lib/domain/evidence/file-kinds.ts';
import { keptFinding } from '#lib/domain/rules/assessment-shape.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { categories, channels, kinds, sectors } from '#lib/domain/report/taxonomy.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { decrypt } from '../crypto/encryption.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { colleague } from './inbox.ts';

/*
 * One report as members of its organisation see it, and what they keep of it for themselves. With
 * the rights of the member: the database names what may be read.
 */

const by = z.string().nullable();
const sealedAddress = z.object({ ciphertext: z.string(), key_id: z.string() });

const ownReport = z.object({
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	outcome: z.string().nullable(),
	sector: z.enum(sectors),
	match: z.string(),
	stated_name: z.string().nullable(),
	caller_number: z.string().nullable(),
	narrative: z.string().nullable(),
	facts: z.record(z.string(), z.unknown()),
	findings: z.array(keptFinding),
	delivered_on: z.string(),
	due_at: z.string(),
	contacts: z.array(z.object({ from: z.string(), is_time_known: z.boolean() })),
	categories: z.array(z.enum(categories)),
	evidence: z.array(
		z.object({
			evidence_id: z.string(),
			position: z.number(),
			media_type: z.enum(mediaTypes),
			byte_size: z.number()
		})
	),
	messages: z.array(
		z.object({
			is_from_reporter: z.boolean(),
			text: z.string(),
			by,
			sent_on: z.string(),
			is_read: z.boolean()
		})
	),
	answers: z.array(
		z.object({
			answer_type: z.enum(answerTypes),
			reason: z.string(),
			text: z.string().nullable(),
			has_promise: z.boolean(),
			promise_due_on: z.string().nullable(),
			answered_at: z.string(),
			by,
			verdict: z.enum(verdicts).nullable(),
			verdict_text: z.string().nullable(),
			is_reopened: z.boolean(),
			is_promise_kept: z.boolean().nullable(),
			files: z.array(z.object({ evidence_id: z.string(), name: z.string() }))
		})
	),
	events: z.array(
		z.object({ event: z.string(), actor_role: z.string(), by, occurred_on: z.string() })
	),
	shared_email: sealedAddress.nullable(),
	notes: z.array(
		z.object({
			audience: z.enum(['organisation', 'supervision']),
			text: z.string(),
			by,
			written_at: z.string()
		})
	),
	handling: z
		.object({ assigned_to: z.string().nullable(), own_reference: z.string().nullable() })
		.nullable(),
	members: z.array(colleague)
});

/** A report as members of its organisation see it. */
export type OwnReport = Awaited<ReturnType<typeof open>> & object;

/** Opens a report, which marks a new one seen; null when the organisation has no such report. */
export async function open(
	{ secrets }: Pick<Desk, 'secrets'>,
	client: Client,
	organisation: string,
	reference: string
) {
	const { data, error } = await client.rpc('open_own_report', { organisation, reference });
	if (error) throw toError('open_own_report', error);
	if (data === null) return null;
	const { shared_email, ...report } = ownReport.parse(data);
	return {
		...report,
		/** Only of who shares it. */
		shared_email: shared_email && decrypt(secrets.encryption_keys, shared_email)
	};
}

/** A member looks after these reports, or nobody; how many. @throws Refused */
export async function assign(
	client: Client,
	organisation: string,
	wanted: string[],
	assignee: string | null
): Promise<number> {
	// The generated types do not know that a function takes null.
	const act = { organisation, wanted, assignee: assignee as string };
	return unwrap('assign_reports', await client.rpc('assign_reports', act));
}

/** Gives these reports the organisation's own reference; how many. @throws Refused */
export async function nameReports(
	client: Client,
	organisation: string,
	wanted: string[],
	own_name: string
): Promise<number> {
	return unwrap(
		'name_reports',
		await client.rpc('name_reports', { organisation, wanted, own_name })
	);
}

/** Adds a note. Personal data in it is masked. @throws Refused */
export async function addNote(
	client: Client,
	reference: string,
	audience: 'organisation' | 'supervision',
	text: string
): Promise<void> {
	const answer = await client.rpc('add_note', { reference, audience, note: mask(text) });
	unwrap('add_note', answer);
}
