import { fail, type RequestEvent } from '@sveltejs/kit';
import { mailedCode, organisationClaim } from '#lib/domain/organisation/claim.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as claims from '#lib/server/organisations/claims.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { isFilledByMachine } from '#lib/server/reports/judge-filing.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types.js';

/** Where whoever claims is, with everything typed and what is wrong with it. */
type Step = {
	step: 'form' | 'code' | 'waiting' | 'granted';
	values: FormValues;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals }) => ({
	client_key: crypto.randomUUID(),
	sectors: trendChoices(await taxonomy.load(locals.desk), getLocale()).sectors
});

const enteredCode = z.object({ claim: z.string().max(100), code: mailedCode });

export const actions: Actions = {
	claim: async (event) => {
		const data = await event.request.formData();
		const sent = parseForm(organisationClaim, data);
		if (!sent.ok) return giveBack('form', 422, data, sent.issues);
		const wait = await secondsToWait(event, 'claim_organisation');
		if (wait !== undefined) return giveBack('form', 429, data, [whole('error_too_many_requests')]);
		const clientKey = String(data.get('client_key') ?? '').slice(0, 36) || crypto.randomUUID();
		const isSuspect = isFilledByMachine(readValues(data));
		try {
			const begun = await claims.begin(event.locals.desk, sent.value, { clientKey, isSuspect });
			if (begun.state === 'waiting') return at('waiting', { email: sent.value.email });
			return at('code', { email: sent.value.email, claim: begun.token });
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack('form', refusal.status, data, [whole(`error_${refusal.reason}`)]);
		}
	},

	prove: async (event) => {
		const data = await event.request.formData();
		const entered = parseForm(enteredCode, data);
		if (!entered.ok) return giveBack('code', 422, data, entered.issues);
		const { claim, code } = entered.value;
		const wait = await waitToProve(event, claim);
		if (wait !== undefined) return giveBack('code', 429, data, [whole('error_too_many_requests')]);
		const proven = await claims.prove(event.locals.desk, claim, code);
		if (proven === 'granted' || proven === 'waiting') {
			return at(proven, { email: String(data.get('email') ?? '') });
		}
		return giveBack('code', 422, data, [{ path: 'code', message: `error_mail_code_${proven}` }]);
	}
};

const waitToProve = async (event: RequestEvent, claim: string) =>
	(await secondsToWait(event, 'sign_in')) ?? (await secondsToWait(event, 'sign_in_as', claim));

const whole = (message: string): FormIssue => ({ path: '', message });

const at = (step: Step['step'], values: FormValues): Step => ({ step, values, issues: [] });

const giveBack = (step: Step['step'], status: number, data: FormData, issues: FormIssue[]) =>
	fail<Step>(status, {
		step,
		values: readValues(data),
		issues: issues.map(({ path, message }) => ({
			// One of several names or boxes is wrong: the error stands at the question.
			path: path.replace(/\[\d+\]$/, ''),
			text: message.startsWith('error_mail_code_') ? sayCode(message) : say(message)
		}))
	});

const sayCode = (key: string) =>
	key === 'error_mail_code_too_old' ? m.error_claim_code_too_old() : m.error_mail_code_wrong();
