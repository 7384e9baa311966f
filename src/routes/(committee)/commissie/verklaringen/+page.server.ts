import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as statements from '#lib/server/register/statements.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
	statements: await statements.list(visitors.required(locals).client)
});

export const actions: Actions = {
	hide: async ({ locals, request }) => {
		const data = await request.formData();
		const statement_id = Number(data.get('statement_id'));
		const reason = String(data.get(`hide_reason_${statement_id}`) ?? '').slice(0, 2000);
		try {
			await statements.hide(visitors.required(locals).client, statement_id, reason);
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return fail(refusal.status, { statement_id, refused: say(`error_${refusal.reason}`) });
		}
		redirect(303, localizeHref('/commissie/verklaringen'));
	}
};
