import { endpoint } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as ownData from '#lib/server/following/own-data.ts';
import type { RequestEvent } from './$types';

/** Everything that is kept about a report, for the reporter to take along. */
export const GET = endpoint(
	({ locals, request, setHeaders }: RequestEvent) => {
		setHeaders({ 'cache-control': 'private, no-store' });
		return ownData.take(locals.desk, followCodeOf(request));
	},
	{ limit: 'follow' }
);
