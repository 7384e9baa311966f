import { fail, redirect, type Actions } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import { answerForm } from '#lib/domain/report/answer-form.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as answerLinks from '#lib/server/organisations/answer-links.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';
import { presentLinked } from './present-linked.ts';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { desk } = event.locals;
	const tooMany = (await secondsToWait(event, 'follow')) !== undefined;
	const [linked, known] = await Promise.all([
		tooMany ? null : answerLinks.open(desk, event.params.token),
		taxonomy.load(desk)
	]);
	const tomorrow = addDays(dayOf(desk.now()), 1);
	return { linked: linked && presentLinked(linked, known, getLocale()), tomorrow };
};

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
		const sent = parseForm(answerForm(dayOf(event.locals.desk.now())), data);
		if (!sent.ok) return giveBack(422, sent.issues);
		if ((await secondsToWait(event, 'follow')) !== undefined) {
			return giveBack(429, [{ path: '', message: 'error_too_many_requests' }]);
		}
		try {
			await answerLinks.answer(event.locals.desk, event.params.token!, sent.value);
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
		}
		redirect(303, event.url.pathname);
	}
};
