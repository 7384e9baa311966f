import { endpoint } from '#lib/server/api/api.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import type { RequestEvent } from './$types';

/** A file of the report of a follow code. */
export const GET = endpoint(
	async ({ locals, request, params }: RequestEvent) =>
		giveOut(await evidence.readFollowed(locals.desk, followCodeOf(request), params.id)),
	{ limit: 'follow' }
);

/** The reporter takes a file away. */
export const DELETE = endpoint(
	async ({ locals, request, params }: RequestEvent) => {
		await evidence.remove(locals.desk, followCodeOf(request), params.id);
		return new Response(null, { status: 204 });
	},
	{ limit: 'follow' }
);
