import { actOnForm } from '#lib/domain/upkeep/forms.ts';
import { redirect, type Actions } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as undeliveredMail from '#lib/server/mail/undelivered-mail.ts';
import * as works from '#lib/server/upkeep/works.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	const [mails, watched] = await Promise.all([undeliveredMail.list(client), works.watch(client)]);
	const chosen = url.searchParams.get('kies');
	return {
		mails,
		works: watched,
		chosen: watched.deadlines.find(({ deadline_id }) => String(deadline_id) === chosen) ?? null
	};
};

export const actions: Actions = {
	retry: async ({ request, locals }) => {
		const mail_id = Number((await request.formData()).get('mail_id'));
		try {
			await undeliveredMail.retry(visitors.required(locals).client, mail_id);
			void locals.desk.wakeOutbox();
		} catch (error) {
			// Somebody else was first: then it is no longer in the list either.
			if (!(error instanceof Refused && error.reason === 'mail_not_found')) throw error;
		}
		redirect(303, localizeHref('/beheer/post'));
	},
	deadline: (event) =>
		act(event, 'deadline', actOnForm, ({ id, reason }, _, client) =>
			works.retryDeadline(client, Number(id), reason)
		)
};
