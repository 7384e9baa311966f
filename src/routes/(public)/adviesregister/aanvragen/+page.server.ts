import { fail, redirect } from '@sveltejs/kit';
import { applicationForm } from '#lib/domain/cbt/application.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as applications from '#lib/server/cbt/applications.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { isFilledByMachine } from '#lib/server/reports/judge-filing.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
	client_key: crypto.randomUUID(),
	fees: (await applications.loadRegister(locals.desk)).fees
});

/** What the form gets back: everything typed, and what is wrong with it. */
type Returned = { values: FormValues; issues: { path: string; text: string }[] };

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const giveBack = (status: number, issues: FormIssue[]) =>
			fail<Returned>(status, {
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
			});
		const sent = parseForm(applicationForm, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		if (isFilledByMachine(readValues(data))) {
			return giveBack(422, [{ path: '', message: 'error_refused' }]);
		}
		if ((await secondsToWait(event, 'apply_for_term')) !== undefined) {
			return giveBack(429, [{ path: '', message: 'error_too_many_requests' }]);
		}
		const clientKey = String(data.get('client_key') ?? '').slice(0, 36) || crypto.randomUUID();
		const { token } = await applications.apply(event.locals.desk, sent.value, clientKey);
		redirect(303, localizeHref(`/adviesregister/aanvraag/${token}`));
	}
};
