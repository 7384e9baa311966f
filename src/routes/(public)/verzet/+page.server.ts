import { fail, redirect, type Actions } from '@sveltejs/kit';
import { objectionSubmission } from '#lib/domain/objection/submission.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { isFilledByMachine } from '#lib/server/reports/judge-filing.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { followedObjectionCode, rememberLodged } from '#lib/server/objections/objection-cookies.ts';
import { loadObjectionTerms } from '#lib/server/objections/objection-terms.ts';
import * as objections from '#lib/server/objections/objections.ts';
import type { PageServerLoad } from './$types.js';

/** What the form gets back: everything typed, and what is wrong with it. */
type Returned = { values: FormValues; issues: { path: string; text: string }[] };

export const load: PageServerLoad = async ({ locals, url }) => ({
	/** Who it is about, as the page of a number fills in. */
	organisation_name: url.searchParams.get('organisation_name')?.slice(0, 120) ?? '',
	client_key: crypto.randomUUID(),
	terms: await loadObjectionTerms(locals.desk)
});

export const actions: Actions = {
	lodge: async (event) => {
		const data = await event.request.formData();
		const { desk, request_id } = event.locals;
		const sent = parseForm(objectionSubmission, data);
		if (!sent.ok) return giveBack(422, data, sent.issues);
		const wait = await secondsToWait(event, 'lodge_objection');
		if (wait !== undefined) return giveBack(429, data, [whole('error_too_many_requests')]);
		const key = String(data.get('client_key') ?? '');
		const clientKey = /^[0-9a-f-]{36}$/.test(key) ? `form\0${key}` : undefined;
		let code: string;
		try {
			const isSuspect = isFilledByMachine(readValues(data));
			({ follow_code: code } = await objections.lodge(desk, sent.value, { clientKey, isSuspect }));
		} catch (error) {
			if (error instanceof Refused) {
				return giveBack(error.status, data, [whole(`error_${error.reason}`)]);
			}
			// An error page would lose what was typed by somebody without JavaScript.
			desk.log.error({ event: 'fault', request_id, route: '/(public)/verzet' }, error);
			const text = m.error_fault({ request_id });
			return fail<Returned>(500, { values: readValues(data), issues: [{ path: '', text }] });
		}
		followedObjectionCode.remember(desk, event.cookies, code);
		rememberLodged(event.cookies);
		redirect(303, localizeHref('/verzet/klaar'));
	},

	/** An objection that begins with what somebody knows already, such as who it was. */
	begin: async ({ request }): Promise<Returned> => ({
		values: readValues(await request.formData()),
		issues: []
	})
};

const whole = (message: string): FormIssue => ({ path: '', message });

const giveBack = (status: number, data: FormData, issues: FormIssue[]) =>
	fail<Returned>(status, {
		values: readValues(data),
		issues: issues.map(({ path, message }) => ({
			// One of several boxes is wrong: the error stands at the question.
			path: path
				.replace(/^against\[\d+\]$/, 'against')
				.replace(/^phone_numbers$/, 'phone_numbers[0]'),
			text: say(message)
		}))
	});
