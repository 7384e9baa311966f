import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { RequestHandler } from './$types.js';

/** Ends the session; afterwards nothing of it is left in the browser. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
	await visitors.signOut(locals.desk, cookies);
	redirect(303, localizeHref('/inloggen'));
};
