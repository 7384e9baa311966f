import { fail, redirect, type Actions } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { reportSubmission, type ReportSubmission } from '#lib/domain/report/submission.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as reports from '#lib/server/reports.ts';
import * as taxonomy from '#lib/server/taxonomy.ts';
import type { PageServerLoad } from './$types.js';
import { rememberFiled } from './filed-cookie.ts';
import { forgetFollows, recallFollows } from './follows-cookie.ts';
import { reportChoices } from './report-choices.ts';
import { mostContacts } from './report-draft.ts';
import type { FieldIssue } from './report-steps.ts';

/** What the form gets back: everything typed, and what is wrong with it. */
type Returned = { values: FormValues; issues: FieldIssue[] };

/** Why nothing was filed, and what of the form changes for it. */
type NotFiled = Returned & { status: number };

export const load: PageServerLoad = async ({ locals, url, cookies, request }) => {
	// Somebody who comes here anew does not go on from an earlier report.
	if (request.method === 'GET') forgetFollows(cookies);
	return {
		kind: url.searchParams.get('kind'),
		client_key: crypto.randomUUID(),
		today: dayOf(locals.desk.now()),
		choices: reportChoices(await taxonomy.load(locals.desk), getLocale())
	};
};

export const actions: Actions = {
	file: async (event) => {
		const data = await event.request.formData();
		const values = readValues(data);
		if ((await secondsToWait(event, 'file_report')) !== undefined) {
			return giveBack(429, values, [{ path: '', text: m.error_too_many_requests() }]);
		}
		const submission = parseForm(reportSubmission, data);
		if (!submission.ok) return giveBack(422, values, submission.issues.map(inWords));

		const follows = recallFollows(event.cookies);
		const filed = await file(event.locals, submission.value, String(values.client_key), follows);
		if ('issues' in filed) {
			return giveBack(filed.status, { ...values, ...filed.values }, filed.issues);
		}
		forgetFollows(event.cookies);
		rememberFiled(event, filed, submission.value.email !== null);
		redirect(303, localizeHref(`/melden/klaar/${filed.reference}`));
	},

	/** A new report that begins with what somebody knows already, such as who it was. */
	begin: async ({ request }): Promise<Returned> => ({
		values: { ...readValues(await request.formData()), client_key: crypto.randomUUID() },
		issues: []
	}),

	/** Without a script the server adds the row. */
	add_contact: async ({ request }): Promise<Returned> => {
		const values = readValues(await request.formData());
		const contacts = Array.isArray(values.contacts) ? values.contacts : [];
		return {
			values: { ...values, contacts: [...contacts, {}].slice(0, mostContacts) },
			issues: []
		};
	}
};

const giveBack = (status: number, values: FormValues, issues: FieldIssue[]) =>
	fail<Returned>(status, { values, issues });

const inWords = ({ path, message }: { path: string; message: string }): FieldIssue => ({
	// One of several boxes is wrong: the error stands at the question.
	path: path.replace(/^categories\[\d+\]$/, 'categories'),
	text: say(message)
});

async function file(
	{ desk, request_id }: App.Locals,
	sent: ReportSubmission,
	key: string,
	follows: string | undefined
): Promise<reports.Filed | NotFiled> {
	const clientKey = /^[0-9a-f-]{36}$/.test(key) ? `form\0${key}` : undefined;
	try {
		return await reports.file(desk, sent, { clientKey, origin: 'form', follows });
	} catch (error) {
		if (error instanceof reports.InvalidSubmission) {
			return { status: 422, values: {}, issues: error.issues.map(inWords) };
		}
		if (!(error instanceof Refused)) {
			// An error page would lose what was typed by somebody without JavaScript.
			desk.log.error({ event: 'fault', request_id, route: '/(public)/melden' }, error);
			const text = m.error_fault({ request_id });
			return { status: 500, values: {}, issues: [{ path: '', text }] };
		}
		const { reason, status } = error;
		if (reason !== 'idempotency_key_reused') {
			return { status, values: {}, issues: [{ path: '', text: say(`error_${reason}`) }] };
		}
		// It had arrived and was changed since; sent again it is another report.
		const issues = [{ path: '', text: m.report_already_sent() }];
		return { status, values: { client_key: crypto.randomUUID() }, issues };
	}
}
