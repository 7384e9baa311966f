import { error, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import { followedObjectionCode } from '#lib/server/objections/objection-cookies.ts';
import * as proofFiles from '#lib/server/objections/proof-files.ts';
import type { RequestHandler } from './$types.js';

/** A file that came with the answer to the request that is being followed. */
export const GET: RequestHandler = async ({ locals: { desk }, cookies, params }) => {
	const code =
		followedObjectionCode.recall(desk, cookies) ?? redirect(303, localizeHref('/verzet/volgen'));
	try {
		return giveOut(await proofFiles.readFollowed(desk, code, params.id));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
