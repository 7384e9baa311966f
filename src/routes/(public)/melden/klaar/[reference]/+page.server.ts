import { error, redirect, type Actions } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as emailProofs from '#lib/server/email-proofs.ts';
import { rememberCode } from '../../../volgen/follow-cookie.ts';
import { forgetFiled, recallFiled } from '../../filed-cookie.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, cookies, setHeaders }) => {
	// The page says nothing of a reference that the visitor did not bring along.
	if (!/^\d{2}-[0-9A-Z]{6}$/.test(params.reference)) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	return { reference: params.reference, filed: recallFiled(cookies, params.reference) };
};

export const actions: Actions = {
	/** Opens the report with the code that is still at hand, and mails the digits to enter there. */
	prove: async ({ params, cookies, locals: { desk } }) => {
		const filed = recallFiled(cookies, params.reference ?? '');
		if (filed) {
			rememberCode(desk, cookies, filed.follow_code);
			try {
				await emailProofs.sendCode(desk, filed.follow_code);
			} catch (refusal) {
				// Asked twice, or proven before: the page shows how it stands.
				if (!(refusal instanceof Refused)) throw refusal;
			}
		}
		redirect(303, `${localizeHref('/volgen')}#email`);
	},
	saved: ({ params, cookies }) => {
		forgetFiled(cookies);
		redirect(303, localizeHref(`/melden/klaar/${params.reference}`));
	}
};
