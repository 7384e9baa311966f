import { endpoint } from '#lib/server/api/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as publicOrganisations from '#lib/server/register/public-organisations.ts';
import type { RequestEvent } from './$types';

/** What everybody may know of one organisation, by its id. */
export const GET = endpoint(async ({ locals: { desk }, params }: RequestEvent) => {
	const card = await organisations.load(desk, params.id);
	const found = card && (await publicOrganisations.load(desk, card.slug));
	if (!found) throw new Refused('organisation_not_found', 404);
	return found;
});
