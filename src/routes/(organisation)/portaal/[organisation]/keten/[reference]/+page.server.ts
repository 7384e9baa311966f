import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isAtLeast } from '#lib/domain/people/roles.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as chain from '#lib/server/register/chain.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Returned = { values: FormValues; issues: { path: string; text: string }[] };

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const own = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const [report, { links }] = await Promise.all([
		chain.readReport(client, params.reference, own.organisation_id),
		chain.list(client, own.organisation_id)
	]);
	if (!report) error(404);
	return {
		report,
		isHandler: isAtLeast(own.level, 'handler'),
		/** Whom the advertiser may ask. */
		partners: links
			.filter(({ is_worker, state }) => !is_worker && state === 'confirmed')
			.map(({ other }) => other),
		isSent: url.searchParams.has('sent')
	};
};

const messageForm = z.object({
	to: z.uuid({ error: 'error_link_not_found' }),
	message: z
		.string({ error: 'error_message_needed' })
		.trim()
		.min(1, { error: 'error_message_needed' })
		.max(2000, { error: 'error_too_long' })
});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
		const data = await request.formData();
		const giveBack = (status: number, issues: FormIssue[]) =>
			fail<Returned>(status, {
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
			});
		const sent = parseForm(messageForm, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		try {
			const { to, message: text } = sent.value;
			const from = own.organisation_id;
			const { client } = visitors.required(locals);
			await chain.send(locals.desk, client, params.reference, { from, to, text });
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
		}
		redirect(303, localizeHref(`/portaal/${params.organisation}/keten/${params.reference}?sent`));
	}
};
