import { plainLine } from '#lib/domain/report/plain-text.ts';
import { z } from 'zod';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

export type OrganisationMatch = { id: string; name: string; slug: string; sector: string };

/** Organisations by the beginning, a part or a likeness of a name; nothing for fewer than 2 letters. */
export async function search(desk: Desk, query: string, most = 8): Promise<OrganisationMatch[]> {
	const words = plainLine(query).slice(0, 120);
	if (words.length < 2) return [];
	const answer = await desk.anonymous.rpc('search_organisations', {
		query: words,
		most
	});
	return unwrap('search_organisations', answer).map(({ organisation_id, ...rest }) => ({
		id: organisation_id,
		...rest
	}));
}

export const organisationCard = z.object({
	id: z.string(),
	name: z.string(),
	slug: z.string(),
	sector: z.string(),
	objection_url: z.string().nullable(),
	trade_names: z.array(z.string()),
	roles: z.array(z.string())
});

export type OrganisationCard = z.infer<typeof organisationCard>;

/** What everybody may know of an organisation; null when there is none with this id. */
export async function load(desk: Desk, id: string): Promise<OrganisationCard | null> {
	if (!z.uuid().safeParse(id).success) return null;
	const { data, error } = await desk.anonymous.rpc('organisation', { id });
	if (error) unwrap('organisation', { data, error });
	return data === null ? null : organisationCard.parse(data);
}
