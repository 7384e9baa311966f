import { withdrawal } from '#lib/domain/report/follow-up.ts';
import { endpoint } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import type { RequestEvent } from './$types';

/** Takes the report of a follow code back, and gives it as it is then. */
export const POST = endpoint(
	async ({ locals, request }: RequestEvent) => {
		const code = followCodeOf(request);
		// A reason is not needed, so a body is not either.
		const { reason } = withdrawal.parse(JSON.parse((await request.text()) || '{}'));
		await followedReports.withdraw(locals.desk, code, reason);
		return followedReports.open(locals.desk, code);
	},
	{ limit: 'follow' }
);
