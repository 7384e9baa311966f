import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import type { Desk } from '#lib/server/desk.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';

/** What the form of an act of upkeep gets back: which one, what was typed and what is wrong with it. */
export type Returned = {
	act: string;
	values: FormValues;
	issues: { path: string; text: string }[];
};

/** Reads the form of an act of upkeep, does it and goes back to the page. */
export async function act<Schema extends z.ZodType>(
	{ locals, request, url }: RequestEvent,
	name: string,
	schema: Schema,
	perform: (sent: z.output<Schema>, desk: Desk, client: visitors.Visitor['client']) => Promise<void>
) {
	const data = await request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned>(status, {
			act: name,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	try {
		await perform(sent.value, locals.desk, visitors.required(locals).client);
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
	}
	redirect(303, localizeHref(`${url.pathname}?done`));
}
