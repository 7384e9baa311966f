import { error } from '@sveltejs/kit';
import { Refused } from '#lib/server/db/errors.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as decisions from '#lib/server/register/number-decisions.ts';
import type { RequestHandler } from './$types.js';

/** A document that shows whose a number is, with the rights of who signed in. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { client } = visitors.required(locals);
	try {
		return giveOut(await decisions.readDocument(locals.desk, client, params.id));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
