import { endpoint } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import * as reporterActs from '#lib/server/following/reporter-acts.ts';
import type { RequestEvent } from './$types';

/** The report of a follow code, with everything that happened to it. */
export const GET = endpoint(
	({ locals, request, setHeaders }: RequestEvent) => {
		setHeaders({ 'cache-control': 'private, no-store' });
		return followedReports.open(locals.desk, followCodeOf(request));
	},
	{ limit: 'follow' }
);

/** Erases what the reporter told and wrote; a stub that can be counted stays. */
export const DELETE = endpoint(
	async ({ locals, request }: RequestEvent) => {
		await reporterActs.deleteData(locals.desk, followCodeOf(request));
		return new Response(null, { status: 204 });
	},
	{ limit: 'follow' }
);
