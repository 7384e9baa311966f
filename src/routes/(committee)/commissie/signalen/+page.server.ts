import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { parseForm } from '#lib/forms/parse-form.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { runSignals } from '#lib/server/signals/run.ts';
import { loadList } from '#lib/server/signals/signal-pages.ts';
import * as signals from '#lib/server/signals/signals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** Whoever is of the committee; the guard lets in moderators and administrators too. */
const mayRun = (roles: readonly string[]) => roles.includes('committee');

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client, roles } = visitors.required(locals);
	const [list, known] = await Promise.all([
		loadList(client, url.searchParams),
		taxonomy.load(locals.desk)
	]);
	return { ...list, choices: trendChoices(known, getLocale()), mayHandle: mayRun(roles) };
};

export const actions: Actions = {
	run: async ({ locals }) => {
		if (!mayRun(visitors.required(locals).roles)) error(403);
		await runSignals(locals.desk);
		redirect(303, localizeHref('/commissie/signalen'));
	},
	see: (event) => handle(event, seen, ({ id }, client) => signals.see(client, id)),
	dismiss: (event) =>
		handle(event, dismissed, ({ id, reason }, client) => signals.dismiss(client, id, reason))
};

const seen = z.object({ id: z.coerce.number().int().positive() });
const dismissed = seen.extend({
	reason: z
		.string({ error: 'error_reason_needed' })
		.trim()
		.min(1, { error: 'error_reason_needed' })
		.max(2000, { error: 'error_too_long' })
});

/** Does an act on one signal of the list, and shows the list as it is then. */
async function handle<Schema extends z.ZodType>(
	{ locals, request }: RequestEvent,
	schema: Schema,
	perform: (sent: z.output<Schema>, client: visitors.Visitor['client']) => Promise<void>
) {
	const data = await request.formData();
	const typed = { id: String(data.get('id')), reason: String(data.get('reason') ?? '') };
	const sent = parseForm(schema, data);
	if (!sent.ok) return fail(422, { ...typed, refused: say(sent.issues[0]!.message) });
	try {
		await perform(sent.value, visitors.required(locals).client);
	} catch (error) {
		const refusal = refusalOf(error);
		if (!refusal) throw error;
		return fail(refusal.status, { ...typed, refused: say(`error_${refusal.reason}`) });
	}
	redirect(303, localizeHref('/commissie/signalen'));
}
