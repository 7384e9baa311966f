import { endpoint } from '#lib/server/api/api.ts';
import { issueChallenge } from '#lib/server/guard/proof-of-work.ts';
import type { RequestEvent } from './$types';

/** The sums that the form lets a device do while somebody types. */
export const GET = endpoint(
	({ locals, setHeaders }: RequestEvent) => {
		setHeaders({ 'cache-control': 'no-store' });
		return issueChallenge(locals.desk);
	},
	{ limit: 'challenge' }
);
