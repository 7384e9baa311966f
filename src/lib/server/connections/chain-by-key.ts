import { z } from 'zod';
import { chainRoles } from '#lib/domain/organisation/chain.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { categories, channels, kinds } from '#lib/domain/report/taxonomy.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

/*
 * What a program reads of the chain of its organisation. The database checks the key, its scope
 * `chain:read` and what its organisation sees; refusals are those of `reports-by-key.ts`.
 */

const organisation = z.object({ id: z.uuid(), name: z.string() });

/** Who works for whom, from the side of the organisation of the key. */
export const chainLink = z.object({
	link_id: z.uuid(),
	role: z.enum(chainRoles).meta({ description: 'What the one that works is to the other' }),
	is_worker: z
		.boolean()
		.meta({ description: 'Your organisation works for the other, and not the other for yours' }),
	other: organisation,
	valid_from: z.string(),
	valid_until: z.string().nullable().meta({ description: 'The last day; null while it runs' }),
	is_proposed_by_us: z.boolean(),
	state: z
		.enum(['proposed', 'confirmed', 'refused', 'ended'])
		.meta({ description: 'Of use only when confirmed: by both' })
});

const head = {
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	caller_number: z.string().nullable(),
	counted_on: z.string().meta({ description: 'The day of the contact' }),
	organisation: organisation.meta({ description: 'Who has to answer' })
};

/** A report of another organisation that a link in its chain may read. */
export const listedChainReport = z.object({
	...head,
	is_made_by_us: z.boolean().meta({ description: 'Your organisation made the contact' }),
	is_asked: z.boolean().meta({ description: 'Its organisation asked yours about it' })
});

/** The report, and what its organisation and its links wrote to one another. */
export const chainReport = z.object({
	...head,
	narrative: z.string().nullable(),
	is_own: z.boolean(),
	made_by: organisation.nullable(),
	categories: z.array(z.enum(categories)),
	messages: z.array(
		z.object({
			sender: z.enum(['client', 'worker']),
			worker: z.string().meta({ description: 'The name of the link' }),
			text: z.string(),
			sent_at: z.string()
		})
	)
});

/** What a list can be narrowed to; `cursor` is the last reference of the page before. */
export const chainQuestion = z.object({
	cursor: z.string().max(20, { error: 'error_cursor_unknown' }).optional(),
	limit: z.coerce.number({ error: 'error_limit' }).int().min(1).max(200).default(50)
});

/** The links of the organisation of the key. */
export async function listLinks(desk: Desk, key_hash: string) {
	const answer = await desk.service.rpc('list_chain_by_key', { key_hash });
	return { links: z.array(chainLink).parse(unwrap('list_chain_by_key', answer)) };
}

/** Reports of others that it reads as a link, newest first; `next` is the cursor of the next page. */
export async function listReports(
	desk: Desk,
	key_hash: string,
	{ cursor, limit }: z.output<typeof chainQuestion>
) {
	const answer = await desk.service.rpc('list_chain_reports_by_key', {
		key_hash,
		most: limit,
		...(cursor && { after_reference: cursor })
	});
	const reports = z.array(listedChainReport).parse(unwrap('list_chain_reports_by_key', answer));
	return { reports, next: reports.length === limit ? reports.at(-1)!.reference : null };
}

/** @throws Refused `report_not_found` */
export async function readReport(desk: Desk, key_hash: string, reference: string) {
	const { data, error } = await desk.service.rpc('read_chain_report_by_key', {
		key_hash,
		reference
	});
	if (error) unwrap('read_chain_report_by_key', { data, error });
	if (data === null) throw new Refused('report_not_found', 404);
	return chainReport.parse(data);
}
