import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { applicationChange } from '#lib/domain/cbt/application.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import * as applications from '#lib/server/cbt/applications.ts';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const tooMany = (await secondsToWait(event, 'follow')) !== undefined;
	return {
		application: tooMany ? null : await applications.follow(event.locals.desk, event.params.token),
		isSaved: event.url.searchParams.has('saved')
	};
};

/** What the form gets back: everything typed, and what is wrong with it. */
type Returned = { values: FormValues; issues: { path: string; text: string }[] };

const giveBack = (status: number, data: FormData, issues: FormIssue[]) =>
	fail<Returned>(status, {
		values: readValues(data),
		issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
	});

export const actions: Actions = {
	change: async (event) => {
		const data = await event.request.formData();
		const sent = parseForm(applicationChange, data);
		if (!sent.ok) return giveBack(422, data, sent.issues);
		const { desk } = event.locals;
		return act(event, data, () => applications.change(desk, event.params.token!, sent.value));
	},
	withdraw: async (event) => {
		const data = await event.request.formData();
		const { desk } = event.locals;
		return act(event, data, () => applications.withdraw(desk, event.params.token!));
	}
};

async function act(event: RequestEvent, data: FormData, perform: () => Promise<void>) {
	if ((await secondsToWait(event, 'follow')) !== undefined) {
		return giveBack(429, data, [{ path: '', message: 'error_too_many_requests' }]);
	}
	try {
		await perform();
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return giveBack(refusal.status, data, [{ path: '', message: `error_${refusal.reason}` }]);
	}
	redirect(303, `${event.url.pathname}?saved`);
}
