import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readValues, parseForm } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { areaOf, safeNext } from './way-in.ts';

const email = z
	.string({ error: 'error_email' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'error_email' })
	.pipe(z.email({ error: 'error_email' }));
const code = z
	.string({ error: 'signin_error_code' })
	.transform((typed) => typed.replaceAll(/[\s-]/g, ''))
	.pipe(z.string().regex(/^\d{6}$/, { error: 'signin_error_code' }));
/** Nobody types it, so nothing is said of it: without a good one the way leads home. */
const next = z.string().optional().catch(undefined);

const askForCode = z.object({ email, next });
const enterCode = z.object({ email, code, next });

/** What the form gets back: where it is, what was typed and what is wrong with it. */
type Step = {
	step: 'email' | 'code';
	values: { email: string; code: string; next: string };
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = ({ locals, url }) => {
	const { visitor } = locals;
	const wanted = safeNext(url.searchParams.get('next'));
	const area = visitor && areaOf(visitor.roles);
	if (area) redirect(303, localizeHref(area));
	return { next: wanted ?? '', email: visitor?.email ?? null };
};

export const actions: Actions = {
	send: async (event) => {
		const data = await event.request.formData();
		const asked = parseForm(askForCode, data);
		if (!asked.ok) return refuse('email', 422, data, asked.issues);
		const wait = await secondsToWait(event, 'send_code');
		if (wait !== undefined) return refuseForNow('email', data, wait);
		// Nothing waits for it: how long a mail takes would tell who works here.
		const { desk, request_id } = event.locals;
		visitors.sendCode(desk, asked.value.email).catch((error: unknown) => {
			desk.log.error({ event: 'send_code', request_id }, error);
		});
		return { step: 'code', values: valuesOf(data), issues: [] } satisfies Step;
	},

	enter: async (event) => {
		const data = await event.request.formData();
		const entered = parseForm(enterCode, data);
		if (!entered.ok) return refuse('code', 422, data, entered.issues);
		const wait = await waitToEnter(event, entered.value.email);
		if (wait !== undefined) return refuseForNow('code', data, wait);
		const visitor = await visitors.signIn(
			event.locals.desk,
			event.cookies,
			entered.value.email,
			entered.value.code
		);
		if (!visitor) {
			return refuse('code', 422, data, [{ path: 'code', message: 'signin_error_wrong_code' }]);
		}
		const area = areaOf(visitor.roles);
		redirect(303, safeNext(entered.value.next) ?? localizeHref(area ?? '/inloggen'));
	}
};

async function waitToEnter(event: RequestEvent, who: string) {
	return (await secondsToWait(event, 'sign_in')) ?? (await secondsToWait(event, 'sign_in_as', who));
}

function valuesOf(data: FormData): Step['values'] {
	const { email = '', code = '', next = '' } = readValues(data);
	return { email: String(email), code: String(code), next: safeNext(String(next)) ?? '' };
}

function refuse(
	step: Step['step'],
	status: number,
	data: FormData,
	issues: { path: string; message: string }[]
) {
	// The second step shows no field for the address: without a good one it is the first again.
	const isAddressWrong = issues.some(({ path }) => path === 'email');
	return fail<Step>(status, {
		step: isAddressWrong ? 'email' : step,
		values: valuesOf(data),
		issues: issues
			.filter(({ path }) => !isAddressWrong || path === 'email')
			.map(({ path, message }) => ({ path, text: say(message) }))
	});
}

function refuseForNow(step: Step['step'], data: FormData, seconds: number) {
	const text = m.error_too_often({ minutes: Math.ceil(seconds / 60) });
	return fail<Step>(429, { step, values: valuesOf(data), issues: [{ path: '', text }] });
}
