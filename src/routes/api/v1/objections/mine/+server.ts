import { endpoint } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedObjections from '#lib/server/objections/followed-objections.ts';
import type { RequestEvent } from './$types';

/** What a follow code belongs to: an objection, a request for proof, or both. */
export const GET = endpoint(
	({ locals, request, setHeaders }: RequestEvent) => {
		setHeaders({ 'cache-control': 'private, no-store' });
		return followedObjections.open(locals.desk, followCodeOf(request));
	},
	{ limit: 'follow' }
);
