import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { isAtLeast } from '#lib/domain/people/roles.ts';
import { plainText } from '#lib/domain/report/plain-text.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as statements from '#lib/server/register/statements.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const own = visitors.ownOrganisationOf(locals, params.organisation);
	return {
		statement: await statements.loadOwn(visitors.required(locals).client, own.organisation_id),
		canState: isAtLeast(own.level, 'owner')
	};
};

/** As long as `hub.organisation_statements` takes. */
const longest = 1500;
const statementForm = z.object({
	statement: z
		.string({ error: 'error_text' })
		.transform(plainText)
		.pipe(z.string().max(longest, { error: 'error_too_long' }))
		.default('')
});

export const actions: Actions = {
	state: async ({ locals, params, request }) => {
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
		const data = await request.formData();
		const typed = String(readValues(data).statement ?? '');
		const giveBack = (status: number, message: string) =>
			fail(status, { isDone: false, typed, issues: [{ path: 'statement', text: say(message) }] });
		const sent = parseForm(statementForm, data);
		if (!sent.ok) return giveBack(422, sent.issues[0]!.message);
		try {
			const { client } = visitors.required(locals);
			await statements.make(client, own.organisation_id, sent.value.statement);
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, `error_${refusal.reason}`);
		}
		return { isDone: true, typed: null, issues: [] };
	}
};
