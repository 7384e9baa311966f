import { error, redirect, type Actions } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { reportLink } from '#lib/server/report-link.ts';
import { forgetFiled, recallFiled } from '../../filed-cookie.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, params, cookies, setHeaders }) => {
	// The page says nothing of a reference that the visitor did not bring along.
	if (!/^\d{2}-[0-9A-Z]{6}$/.test(params.reference)) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const filed = recallFiled(cookies, params.reference);
	return {
		reference: params.reference,
		filed,
		report_link: filed && reportLink(locals.desk, params.reference)
	};
};

export const actions: Actions = {
	saved: ({ params, cookies }) => {
		forgetFiled(cookies);
		redirect(303, localizeHref(`/melden/klaar/${params.reference}`));
	}
};
