import { promiseCheck } from '#lib/domain/report/reporter-acts.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import * as reporterActs from '#lib/server/following/reporter-acts.ts';
import type { RequestEvent } from './$types';

/** Tells whether the promise was kept, and gives the report as it is then. */
export const POST = endpoint(
	async ({ locals: { desk }, request }: RequestEvent) => {
		const code = followCodeOf(request);
		const sent = promiseCheck.parse(await readJson(request));
		await reporterActs.tellPromiseKept(desk, code, sent.is_kept);
		return followedReports.open(desk, code);
	},
	{ limit: 'follow' }
);
