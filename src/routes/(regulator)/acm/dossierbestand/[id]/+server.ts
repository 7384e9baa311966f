import { error } from '@sveltejs/kit';
import { Refused } from '#lib/server/db/errors.ts';
import { giveOutDossier } from '#lib/server/dossiers/give-out.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { RequestHandler } from './$types.js';

/** A dossier to take along, with the rights of who signed in; that it was is written down. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { client } = visitors.required(locals);
	try {
		return await giveOutDossier(locals.desk, client, params.id, url.searchParams);
	} catch (refusal) {
		if (refusal instanceof Refused) error(refusal.status);
		throw refusal;
	}
};
