import { z } from 'zod';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* What the committee sees of organisations and decides about them. The database checks the role. */

/** An organisation in the committee's list. */
export type ListedOrganisation = {
	organisation_id: string;
	name: string;
	slug: string;
	sector: string;
	kvk_number: string | null;
	website: string | null;
	trade_names: string[];
	members: number;
	asked_sector: string | null;
};

/** Organisations by name, number in the trade register or web domain. */
export async function list(client: Client, query: string): Promise<ListedOrganisation[]> {
	const answer = await client.rpc('list_organisations', { query, most: 100 });
	return unwrap('list_organisations', answer);
}

/** Why two may be one. */
export const likenesses = ['same_name', 'same_domain', 'similar_name'] as const;

const pair = z.object({
	left_id: z.string(),
	left_name: z.string(),
	right_id: z.string(),
	right_name: z.string(),
	reasons: z.array(z.enum(likenesses))
});

/** Pairs that may be one organisation, the likeliest first. */
export async function likelyDuplicates(client: Client) {
	const answer = await client.rpc('likely_duplicates', { most: 100 });
	return z.array(pair).parse(unwrap('likely_duplicates', answer));
}

const reviewed = z.object({
	organisation_id: z.string(),
	name: z.string(),
	slug: z.string(),
	sector: z.string(),
	asked_sector: z.string().nullable(),
	kvk_number: z.string().nullable(),
	website: z.string().nullable(),
	objection_url: z.string().nullable(),
	objection_email: z.string().nullable(),
	merged_into: z.string().nullable(),
	trade_names: z.array(z.string()),
	roles: z.array(z.string()),
	reports: z.number(),
	members: z.number(),
	merges: z.array(
		z.object({
			merge_id: z.number(),
			survivor_id: z.string(),
			survivor: z.string(),
			merged_id: z.string(),
			merged: z.string(),
			reason: z.string(),
			merged_at: z.string(),
			undone_at: z.string().nullable(),
			undo_reason: z.string().nullable()
		})
	),
	events: z.array(
		z.object({
			event_id: z.number(),
			event: z.string(),
			actor_role: z.string(),
			reason: z.string().nullable(),
			details: z.record(z.string(), z.unknown()),
			occurred_at: z.string()
		})
	)
});
export type ReviewedOrganisation = z.infer<typeof reviewed>;

/** One organisation with its merges and events; null when there is none. */
export async function review(client: Client, id: string): Promise<ReviewedOrganisation | null> {
	if (!z.uuid().safeParse(id).success) return null;
	const { data, error } = await client.rpc('review_organisation', { organisation_id: id });
	if (error) unwrap('review_organisation', { data, error });
	return data === null ? null : reviewed.parse(data);
}

/** @throws Refused `same_organisation`, `organisation_not_found`, `organisation_merged_already` */
export async function merge(
	client: Client,
	act: { survivor_id: string; merged_id: string; reason: string }
): Promise<void> {
	unwrap('merge_organisations', await client.rpc('merge_organisations', act));
}

/** @throws Refused `merge_not_found`, `merge_cannot_be_undone` */
export async function undo(client: Client, merge_id: number, reason: string): Promise<void> {
	unwrap('undo_merge', await client.rpc('undo_merge', { merge_id, reason }));
}

/** Two that look like one are two. */
export async function tellApart(
	client: Client,
	act: { one_id: string; other_id: string; reason: string }
): Promise<void> {
	unwrap('tell_apart', await client.rpc('tell_apart', act));
}

/** The sector of an organisation from now on. @throws Refused `sector_unknown` */
export async function setSector(
	client: Client,
	organisation_id: string,
	sector: string,
	reason: string
): Promise<void> {
	unwrap('set_sector', await client.rpc('set_sector', { organisation_id, sector, reason }));
}
