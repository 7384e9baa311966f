import { error } from '@sveltejs/kit';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { RequestHandler } from './$types.js';

/** A file of a report, with the rights of who signed in; that it was read is written down. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { client } = visitors.required(locals);
	try {
		return giveOut(await evidence.read(locals.desk, client, params.id, { purpose: 'supervision' }));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
