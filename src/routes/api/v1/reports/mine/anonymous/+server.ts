import { endpoint } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import * as reporterActs from '#lib/server/following/reporter-acts.ts';
import type { RequestEvent } from './$types';

/** Removes the address from a report, and gives it as it is then. */
export const POST = endpoint(
	async ({ locals: { desk }, request }: RequestEvent) => {
		const code = followCodeOf(request);
		await reporterActs.makeAnonymous(desk, code);
		return followedReports.open(desk, code);
	},
	{ limit: 'follow' }
);
