import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { parseCallerNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as decisions from '#lib/server/register/number-decisions.ts';
import { isFilledByMachine } from '#lib/server/reports/judge-filing.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Returned = {
	values: FormValues;
	kept: { token: string; name: string } | null;
	issues: { path: string; text: string }[];
};

const numberOf = (typed: string) => parseCallerNumber(typed)?.e164 ?? error(422);

export const load: PageServerLoad = ({ params, url }) => {
	const e164 = numberOf(params.number);
	return { e164, shown: writeNumber(e164), isDone: url.searchParams.has('done') };
};

const contestForm = z.object({
	contest_reason: z
		.string({ error: 'error_reason_too_short' })
		.trim()
		.min(10, { error: 'error_reason_too_short' })
		.max(4000, { error: 'error_too_long' }),
	email: z.email({ error: 'error_email' }).max(254).optional()
});

export const actions: Actions = {
	default: async (event) => {
		const number = numberOf(event.params.number);
		const data = await event.request.formData();
		const { files, refusals } = await receiveFiles(event, data);
		const file = files.at(-1);
		const giveBack = (status: number, issues: FormIssue[]) =>
			fail<Returned>(status, {
				values: readValues(data),
				kept: file ? { token: file.token, name: file.name } : null,
				issues: [
					...issues.map(({ path, message }) => ({ path, text: say(message) })),
					...refusals.map((text) => ({ path: 'evidence', text }))
				]
			});
		const sent = parseForm(contestForm, data);
		if (!sent.ok || refusals.length > 0) return giveBack(422, sent.ok ? [] : sent.issues);
		if ((await secondsToWait(event, 'contest_number')) !== undefined) {
			return giveBack(429, [{ path: '', message: 'error_too_many_requests' }]);
		}
		try {
			// A machine is told the same, and nothing is kept of it.
			if (!isFilledByMachine(readValues(data))) {
				await decisions.contest(event.locals.desk, {
					number,
					reason: sent.value.contest_reason,
					email: sent.value.email,
					token: file?.token,
					locale: getLocale()
				});
			}
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
		}
		redirect(303, localizeHref(`/nummer/${number.slice(1)}/betwisten?done`));
	}
};
