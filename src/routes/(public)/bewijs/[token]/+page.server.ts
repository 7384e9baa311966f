import { fail, redirect, type Actions } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { consentRecord } from '#lib/domain/objection/consent-record.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as answeredObjections from '#lib/server/objections/answered-objections.ts';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import { say } from '#lib/server/messages.ts';
import { sayShared } from '#lib/server/objections/objection-words.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { desk } = event.locals;
	const tooMany = (await secondsToWait(event, 'follow')) !== undefined;
	const request = tooMany
		? null
		: await answeredObjections.openProofRequest(desk, event.params.token);
	if (!request) return { request: null };
	const locale = getLocale();
	return {
		today: dayOf(desk.now()),
		request: {
			reference: request.reference,
			organisation: request.organisation_name,
			// The clock runs out at midnight: the last day is the one before.
			day: formatDay(dayOf(new Date(Date.parse(request.due_at) - 1)), locale),
			is_late: Date.parse(request.due_at) <= desk.now().getTime(),
			shared: request.shared && sayShared(request.shared, locale),
			answered: request.answered_at && formatInstant(request.answered_at, locale)
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { desk } = event.locals;
		const token = event.params.token!;
		const data = await event.request.formData();
		// Only who holds a link that waits for an answer leaves files here.
		const asked = await answeredObjections.openProofRequest(desk, token);
		const { files, refusals } = asked?.shared
			? await receiveFiles(event, data)
			: { files: [], refusals: [] };
		const giveBack = (status: number, issues: { path: string; message: string }[]) =>
			fail(status, {
				values: readValues(data),
				files: files.map(({ token, name }) => ({ token, name })),
				issues: [
					...issues.map(({ path, message }) => ({ path, text: say(message) })),
					...refusals.map((text) => ({ path: 'evidence', text }))
				]
			});
		const sent = parseForm(consentRecord, data);
		if (!sent.ok || refusals.length > 0) return giveBack(422, sent.ok ? [] : sent.issues);
		try {
			await answeredObjections.answerProofRequest(desk, token, sent.value, files);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			return giveBack(error.status, [{ path: '', message: `error_${error.reason}` }]);
		}
		redirect(303, event.url.pathname);
	}
};
