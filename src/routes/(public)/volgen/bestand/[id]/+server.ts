import { error, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import { followedCode } from '../../follow-cookie.ts';
import type { RequestHandler } from './$types.js';

/** A file of the report that is being followed. */
export const GET: RequestHandler = async ({ locals: { desk }, cookies, params }) => {
	const code = followedCode.recall(desk, cookies) ?? redirect(303, localizeHref('/volgen'));
	try {
		return giveOut(await evidence.readFollowed(desk, code, params.id));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
