import { givenVerdict } from '#lib/domain/report/reporter-acts.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import * as reporterActs from '#lib/server/following/reporter-acts.ts';
import type { RequestEvent } from './$types';

/** Judges the answer, and gives the report as it is then. */
export const POST = endpoint(
	async ({ locals: { desk }, request }: RequestEvent) => {
		const code = followCodeOf(request);
		const sent = givenVerdict.parse(await readJson(request));
		await reporterActs.giveVerdict(desk, code, sent);
		return followedReports.open(desk, code);
	},
	{ limit: 'follow' }
);
