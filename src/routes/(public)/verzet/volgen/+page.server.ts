import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { letterSent } from '#lib/domain/objection/submission.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as followedObjections from '#lib/server/objections/followed-objections.ts';
import { secondsToWait, slowDownGuessing } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { followedObjectionCode } from '#lib/server/objections/objection-cookies.ts';
import { loadObjectionTerms } from '#lib/server/objections/objection-terms.ts';
import { presentObjection } from '#lib/server/objections/present-objection.ts';
import { InvalidSubmission } from '#lib/server/reports/reports.ts';
import type { Actions, PageServerLoad } from './$types.js';

const codeForm = z.object({
	follow_code: z.string({ error: 'follow_error_code' }).trim().max(100, {
		error: 'error_follow_code_unknown'
	})
});
const stoppedForm = z.object({
	has_stopped: z.enum(['yes', 'no'], { error: 'error_has_stopped' })
});
const eraseForm = z.object({ is_sure: z.literal(true, { error: 'objection_erase_error' }) });

/** What a form gets back: which one it was, what was typed and what is wrong with it. */
type Returned = {
	act: 'open' | 'sent' | 'stopped' | 'erase';
	values: Record<string, string>;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals: { desk }, cookies, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = followedObjectionCode.recall(desk, cookies);
	if (code === null) return { followed: null };
	try {
		const [followed, terms] = await Promise.all([
			followedObjections.open(desk, code),
			loadObjectionTerms(desk)
		]);
		return {
			followed: presentObjection(followed, terms, getLocale()),
			today: dayOf(desk.now())
		};
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		followedObjectionCode.forget(cookies);
		return { followed: null };
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
			return fail<Returned>(429, { act: 'open', values: {}, issues: [{ path: '', text }] });
		}
		const { desk } = event.locals;
		const { follow_code } = entered.value;
		return doing('open', data, async () => {
			await followedObjections.open(desk, follow_code).catch(async (error: unknown) => {
				if (error instanceof Refused) await slowDownGuessing(event);
				throw error;
			});
			followedObjectionCode.remember(desk, event.cookies, follow_code);
		});
	},

	sent: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(letterSent, data);
		if (!sent.ok) return giveBack('sent', 422, data, sent.issues);
		return doing('sent', data, () =>
			followedObjections.markSent(event.locals.desk, code, sent.value)
		);
	},

	stopped: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(stoppedForm, data);
		if (!sent.ok) return giveBack('stopped', 422, data, sent.issues);
		const hasStopped = sent.value.has_stopped === 'yes';
		return doing('stopped', data, () =>
			followedObjections.sayWhetherStopped(event.locals.desk, code, hasStopped)
		);
	},

	erase: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(eraseForm, data);
		if (!sent.ok) return giveBack('erase', 422, data, sent.issues);
		return doing('erase', data, () => followedObjections.withdraw(event.locals.desk, code));
	},

	close: ({ cookies }) => {
		followedObjectionCode.forget(cookies);
		redirect(303, localizeHref('/verzet/volgen'));
	}
};

/** The code in the cookie; without one the visitor is asked for it. */
function codeOf({ locals, cookies }: RequestEvent): string {
	return (
		followedObjectionCode.recall(locals.desk, cookies) ??
		redirect(303, localizeHref('/verzet/volgen'))
	);
}

/** Does what was asked and shows how it stands then, or tells what stands in the way. */
async function doing(act: Returned['act'], data: FormData, work: () => Promise<void>) {
	try {
		await work();
	} catch (error) {
		if (error instanceof InvalidSubmission) return giveBack(act, 422, data, error.issues);
		if (!(error instanceof Refused)) throw error;
		const path = error.reason === 'follow_code_unknown' ? 'follow_code' : '';
		return giveBack(act, error.status, data, [{ path, message: `error_${error.reason}` }]);
	}
	redirect(303, localizeHref('/verzet/volgen'));
}

function giveBack(act: Returned['act'], status: number, data: FormData, issues: FormIssue[]) {
	const typed = Object.entries(readValues(data));
	return fail<Returned>(status, {
		act,
		values: Object.fromEntries(typed.map(([name, value]) => [name, String(value)])),
		issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
	});
}
