import { error, redirect, type Actions } from '@sveltejs/kit';
import { addDays } from '#lib/domain/calendar/days.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as taxonomy from '#lib/server/taxonomy.ts';
import { forgetFiled, recallFiled } from '../../filed-cookie.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, locals, cookies, setHeaders }) => {
	// The page says nothing of a reference that the visitor did not bring along.
	if (!/^\d{2}-[0-9A-Z]{6}$/.test(params.reference)) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const { clocks } = await taxonomy.load(locals.desk);
	const days = clocks.find(({ code }) => code === 'organisation_answer')!.amount;
	const filed = recallFiled(cookies, params.reference);
	return {
		reference: params.reference,
		filed: filed && {
			...filed,
			answer_by: filed.status === 'open' ? addDays(filed.filed_on, days) : null
		},
		answer_days: days
	};
};

export const actions: Actions = {
	saved: ({ params, cookies }) => {
		forgetFiled(cookies);
		redirect(303, localizeHref(`/melden/klaar/${params.reference}`));
	}
};
