import { z } from 'zod';
import { chainRoles, type ProposedLink } from '#lib/domain/organisation/chain.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { categories, channels, kinds } from '#lib/domain/report/taxonomy.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import type { Client } from '../db/client.ts';
import { toError, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { organisationNamed } from './organisation-named.ts';

/* Who works for whom, and what they ask one another. With the rights of the one who signed in. */

const named = z.object({ id: z.string(), name: z.string() });

const link = z.object({
	link_id: z.string(),
	role: z.enum(chainRoles),
	/** Whether the organisation works for the other, and not the other for it. */
	is_worker: z.boolean(),
	other: named,
	valid_from: z.string(),
	valid_until: z.string().nullable(),
	is_proposed_by_us: z.boolean(),
	state: z.enum(['proposed', 'confirmed', 'refused', 'ended'])
});

/** A link in the chain, from the side of one of the two. */
export type ChainLink = z.infer<typeof link>;

const shown = (number: string | null) => number && writeNumber(number);

const madeReport = z.object({
	reference: z.string(),
	kind: z.enum(kinds),
	caller_number: z.string().nullable().transform(shown),
	counted_on: z.string(),
	state: z.enum(reportStates),
	organisation_name: z.string(),
	is_asked: z.boolean()
});

/** The links of an organisation, and the reports of its clients that it may read. */
export async function list(client: Client, organisation_id: string) {
	const [links, reports] = await Promise.all([
		client.rpc('list_chain', { organisation_id }),
		client.rpc('list_made_reports', { organisation_id })
	]);
	return {
		links: z.array(link).parse(unwrap('list_chain', links)),
		reports: z.array(madeReport).parse(unwrap('list_made_reports', reports))
	};
}

/**
 * Proposes a link; the other side's owners are told.
 * @throws Refused `not_allowed`, `organisation_not_found`, `link_known_already`
 */
export async function propose(
	desk: Desk,
	client: Client,
	organisation_id: string,
	{ organisation_name, is_worker, role, valid_from, valid_until }: ProposedLink
): Promise<void> {
	const other_id = await organisationNamed(desk, organisation_name);
	const answer = await client.rpc('propose_link', {
		organisation_id,
		other_id,
		is_worker,
		role,
		valid_from,
		valid_until
	});
	unwrap('propose_link', answer);
	void desk.wakeOutbox();
}

/** @throws Refused `link_not_found` */
export async function answer(client: Client, link_id: string, is_confirmed: boolean) {
	unwrap('answer_link', await client.rpc('answer_link', { link_id, is_confirmed }));
}

/**
 * Gives a link its last day; one that was proposed is taken back.
 * @throws Refused `link_not_found`, `last_day_not_possible`
 */
export async function end(client: Client, link_id: string, last_on?: string) {
	unwrap('end_link', await client.rpc('end_link', { link_id, last_on }));
}

const chainReport = z.object({
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	caller_number: z.string().nullable().transform(shown),
	counted_on: z.string(),
	narrative: z.string().nullable(),
	organisation: named,
	is_own: z.boolean(),
	made_by: named.nullable(),
	categories: z.array(z.enum(categories)),
	messages: z.array(
		z.object({
			message_id: z.number(),
			sender: z.enum(['client', 'worker']),
			worker: z.string(),
			text: z.string(),
			sent_at: z.string()
		})
	)
});

/** A report as an organisation in its chain sees it; null when it may not read it. */
export async function readReport(client: Client, reference: string, organisation_id: string) {
	const { data, error } = await client.rpc('read_chain_report', { reference, organisation_id });
	if (error) throw toError('read_chain_report', error);
	return data === null ? null : chainReport.parse(data);
}

/**
 * Asks a link about a report, or replies to the advertiser. Personal data is masked.
 * @throws Refused `not_allowed`, `report_not_found`, `link_not_found`, `message_needed`
 */
export async function send(
	desk: Desk,
	client: Client,
	reference: string,
	{ from, to, text }: { from: string; to: string; text: string }
): Promise<void> {
	const sent = await client.rpc('send_chain_message', {
		reference,
		organisation_id: from,
		other_id: to,
		message: mask(plainText(text))
	});
	unwrap('send_chain_message', sent);
	void desk.wakeOutbox();
}
