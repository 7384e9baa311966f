import { error } from '@sveltejs/kit';
import { Refused } from '#lib/server/db/errors.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as proofFiles from '#lib/server/objections/proof-files.ts';
import type { RequestHandler } from './$types.js';

/** A file with the consent that an organisation showed, with the rights of who signed in; that it was read is written down. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { client } = visitors.required(locals);
	try {
		return giveOut(await proofFiles.read(locals.desk, client, params.id));
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
