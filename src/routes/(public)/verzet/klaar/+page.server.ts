import { redirect, type Actions } from '@sveltejs/kit';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as followedObjections from '#lib/server/objections/followed-objections.ts';
import {
	followedObjectionCode,
	forgetLodged,
	wasJustLodged
} from '#lib/server/objections/objection-cookies.ts';
import { loadObjectionTerms } from '#lib/server/objections/objection-terms.ts';
import { presentObjection } from '#lib/server/objections/present-objection.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk }, cookies, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = followedObjectionCode.recall(desk, cookies);
	if (code === null || !wasJustLodged(cookies)) redirect(303, localizeHref('/verzet/volgen'));
	try {
		const [followed, terms] = await Promise.all([
			followedObjections.open(desk, code),
			loadObjectionTerms(desk)
		]);
		return { follow_code: code, lodged: presentObjection(followed, terms, getLocale()) };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		redirect(303, localizeHref('/verzet/volgen'));
	}
};

export const actions: Actions = {
	saved: ({ cookies }) => {
		forgetLodged(cookies);
		redirect(303, localizeHref('/verzet/volgen'));
	}
};
