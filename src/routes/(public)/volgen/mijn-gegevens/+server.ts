import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as ownData from '#lib/server/following/own-data.ts';
import { followedCode } from '../follow-cookie.ts';
import type { RequestHandler } from './$types.js';

/** Everything kept about the report that is open, as a file. */
export const GET: RequestHandler = async ({ locals: { desk }, cookies }) => {
	const code = followedCode.recall(desk, cookies);
	if (code === null) redirect(303, localizeHref('/volgen'));
	const data = await ownData.take(desk, code);
	return new Response(JSON.stringify(data, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="gehoord.json"',
			'cache-control': 'private, no-store'
		}
	});
};
