import { endpoint } from '#lib/server/api/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import type { RequestEvent } from './$types';

/** One organisation, by its id. */
export const GET = endpoint(async ({ locals, params }: RequestEvent) => {
	const found = await organisations.load(locals.desk, params.id);
	if (!found) throw new Refused('organisation_not_found', 404);
	return found;
});
