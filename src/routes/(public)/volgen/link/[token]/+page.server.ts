import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as emailProofs from '#lib/server/following/email-proofs.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { followedCode } from '../../follow-cookie.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
};

export const actions: Actions = {
	/** Only a press on the button uses the link: programs that look at mail open every address. */
	default: async (event) => {
		const wait = await secondsToWait(event, 'follow');
		if (wait !== undefined) {
			return fail(429, { text: m.error_too_often({ minutes: Math.ceil(wait / 60) }) });
		}
		const { locals, cookies, params } = event;
		const pass = await emailProofs.useLink(locals.desk, params.token);
		if (pass === null) return fail(404, { text: m.follow_link_over() });
		followedCode.remember(locals.desk, cookies, pass);
		redirect(303, localizeHref('/volgen'));
	}
};
