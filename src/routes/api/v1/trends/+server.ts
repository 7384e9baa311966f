import { toQuestion, trendsQuery } from '#lib/domain/trends/question.ts';
import { endpoint } from '#lib/server/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as trends from '#lib/server/trends.ts';
import type { RequestEvent } from './$types';

/** Reports per period, as the trends page shows them. */
export const GET = endpoint(async ({ locals, url }: RequestEvent) => {
	const query = trendsQuery.parse(Object.fromEntries(url.searchParams));
	try {
		return await trends.loadPublic(locals.desk, toQuestion(query, locals.desk.now()));
	} catch (error) {
		if (error instanceof RangeError) throw new Refused(error.message.replace('error_', ''), 422);
		throw error;
	}
});
