import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { repeatedContact, withdrawal } from '#lib/domain/report/follow-up.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as followedReports from '#lib/server/followed-reports.ts';
import { secondsToWait } from '#lib/server/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as rights from '#lib/server/rights.ts';
import { InvalidSubmission } from '#lib/server/reports.ts';
import * as taxonomy from '#lib/server/taxonomy.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { forgetCode, recallCode, rememberCode } from './follow-cookie.ts';
import { presentReport } from './present-report.ts';

const codeForm = z.object({
	follow_code: z.string({ error: 'follow_error_code' }).trim().max(100, {
		error: 'error_follow_code_unknown'
	})
});
const withdrawForm = withdrawal.extend({
	is_sure: z.literal(true, { error: 'follow_error_sure' })
});

/** What a form gets back: which one it was, what was typed and what is wrong with it. */
type Returned = {
	act: 'open' | 'again' | 'withdraw';
	values: Record<string, string>;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals: { desk }, cookies, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = recallCode(desk, cookies);
	if (code === null) return { report: null };
	try {
		const [report, words] = await Promise.all([
			followedReports.open(desk, code),
			taxonomy.load(desk)
		]);
		return {
			report: presentReport(report, words, getLocale()),
			rights: await rights.ofReport(desk, report, getLocale()),
			today: dayOf(desk.now())
		};
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		forgetCode(cookies);
		return { report: null };
	}
};

export const actions: Actions = {
	open: async (event) => {
		const data = await event.request.formData();
		const entered = parseForm(codeForm, data);
		if (!entered.ok) return giveBack('open', 422, data, entered.issues);
		const wait = await secondsToWait(event, 'follow');
		if (wait !== undefined) {
			const text = m.error_too_often({ minutes: Math.ceil(wait / 60) });
			return giveBackInWords('open', 429, data, [{ path: '', text }]);
		}
		const { desk } = event.locals;
		const { follow_code } = entered.value;
		return doing('open', data, async () => {
			await followedReports.open(desk, follow_code);
			rememberCode(desk, event.cookies, follow_code);
		});
	},

	again: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(repeatedContact, data);
		if (!sent.ok) return giveBack('again', 422, data, sent.issues);
		return doing('again', data, () =>
			followedReports.addContact(event.locals.desk, code, sent.value)
		);
	},

	withdraw: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(withdrawForm, data);
		if (!sent.ok) return giveBack('withdraw', 422, data, sent.issues);
		return doing('withdraw', data, () =>
			followedReports.withdraw(event.locals.desk, code, sent.value.reason)
		);
	},

	close: ({ cookies }) => {
		forgetCode(cookies);
		redirect(303, localizeHref('/volgen'));
	}
};

/** The code in the cookie; without one the visitor is asked for it. */
function codeOf({ locals, cookies }: RequestEvent): string {
	return recallCode(locals.desk, cookies) ?? redirect(303, localizeHref('/volgen'));
}

/** Does what was asked and shows the report as it is then, or tells what stands in the way. */
async function doing(act: Returned['act'], data: FormData, work: () => Promise<void>) {
	try {
		await work();
	} catch (error) {
		if (error instanceof InvalidSubmission) return giveBack(act, 422, data, error.issues);
		if (!(error instanceof Refused)) throw error;
		const path = error.reason === 'follow_code_unknown' ? 'follow_code' : '';
		return giveBack(act, error.status, data, [{ path, message: `error_${error.reason}` }]);
	}
	redirect(303, localizeHref('/volgen'));
}

const giveBack = (act: Returned['act'], status: number, data: FormData, issues: FormIssue[]) =>
	giveBackInWords(
		act,
		status,
		data,
		issues.map(({ path, message }) => ({ path, text: say(message) }))
	);

function giveBackInWords(
	act: Returned['act'],
	status: number,
	data: FormData,
	issues: Returned['issues']
) {
	const typed = Object.entries(readValues(data));
	const values = Object.fromEntries(typed.map(([name, value]) => [name, String(value)]));
	return fail<Returned>(status, { act, values, issues });
}
