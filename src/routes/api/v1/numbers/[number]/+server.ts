import { endpoint } from '#lib/server/api/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as numbers from '#lib/server/register/numbers.ts';
import type { RequestEvent } from './$types';

/** Who called me? Any spelling will do. */
export const GET = endpoint(async ({ locals, params }: RequestEvent) => {
	const found = await numbers.lookUp(locals.desk, params.number);
	if (!found) throw new Refused('phone_number', 422);
	return found;
});
