import { fail, redirect, type Actions } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { parseForm } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as followedObjections from '#lib/server/objections/followed-objections.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import type { PageServerLoad } from './$types.js';

const answer = z.object({ has_stopped: z.enum(['yes', 'no'], { error: 'error_has_stopped' }) });

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const tooMany = (await secondsToWait(event, 'follow')) !== undefined;
	const { desk } = event.locals;
	const objection = tooMany ? null : await followedObjections.peek(desk, event.params.token);
	if (!objection) return { objection: null };
	const { organisation_name, sent_at, has_stopped } = objection;
	return {
		objection: {
			organisation: organisation_name,
			day: sent_at ? formatDay(dayOf(new Date(sent_at)), getLocale()) : '',
			has_stopped,
			// A link of the mail only chooses; it is said by pressing the button.
			chosen: event.url.searchParams.get('has_stopped') ?? ''
		}
	};
};

export const actions: Actions = {
	default: async ({ request, params, locals, url }) => {
		const sent = parseForm(answer, await request.formData());
		if (!sent.ok) {
			return fail(422, { issues: sent.issues.map((one) => ({ ...one, text: say(one.message) })) });
		}
		const hasStopped = sent.value.has_stopped === 'yes';
		try {
			await followedObjections.sayWhetherStoppedByLink(locals.desk, params.token!, hasStopped);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			const text = say(`error_${error.reason}`);
			return fail(error.status, { issues: [{ path: '', text }] });
		}
		redirect(303, url.pathname);
	}
};
