import { error } from '@sveltejs/kit';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { giveOut, nameForOrganisation } from '#lib/server/evidence/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { RequestHandler } from './$types.js';

/**
 * A file that is shared with the organisation, or its own; that it was read is written down. The
 * name it had on somebody's device is not told.
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	try {
		const file = await evidence.read(locals.desk, client, params.id);
		const name = nameForOrganisation(params.reference, params.id, file.media_type);
		return giveOut({ ...file, name });
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
