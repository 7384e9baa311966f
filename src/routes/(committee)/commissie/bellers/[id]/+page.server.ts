import { redirect } from '@sveltejs/kit';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { loadOne } from '#lib/server/callers/caller-pages.ts';
import * as callers from '#lib/server/callers/callers.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import { organisationNamed } from '#lib/server/register/organisation-named.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { forgetTrends } from '#lib/server/trends/trends-cache.ts';
import type { z } from 'zod';
import { dismissForm, labelForm, nameForm, takeBackForm, type Act } from './acts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { client, roles } = visitors.required(locals);
	const [one, known] = await Promise.all([loadOne(client, params.id), taxonomy.load(locals.desk)]);
	const mayHandle = roles.some((role) => role === 'committee' || role === 'administrator');
	return { ...one, choices: trendChoices(known, getLocale()), mayHandle };
};

export const actions: Actions = {
	name: (event) =>
		act(event, 'name', nameForm, async (sent, client, id) => {
			const { desk } = event.locals;
			const organisation_id = await organisationNamed(desk, sent.organisation_name);
			await callers.name(client, id, { organisation_id }, sent.name_reason);
			void desk.wakeOutbox();
		}),
	label: (event) =>
		act(event, 'label', labelForm, ({ label, label_reason }, client, id) =>
			callers.name(client, id, { label }, label_reason)
		),
	dismiss: (event) =>
		act(event, 'dismiss', dismissForm, ({ dismiss_reason }, client, id) =>
			callers.dismiss(client, id, dismiss_reason)
		),
	take_back: (event) =>
		act(event, 'take_back', takeBackForm, ({ take_back_reason }, client, id) =>
			callers.takeBack(client, id, take_back_reason)
		)
};

/** Does an act on the caller of this page, and shows it as it is then. */
async function act<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	name: Act,
	schema: Schema,
	perform: (
		sent: z.output<Schema>,
		client: visitors.Visitor['client'],
		id: number
	) => Promise<unknown>
) {
	const { client } = visitors.required(locals);
	const outcome = await runAct(request, {
		act: name,
		schema,
		perform: (sent) => perform(sent, client, Number(params.id)),
		say,
		refusalOf,
		pathOf: (reason) => (reason === 'organisation_not_found' ? 'organisation_name' : '')
	});
	if (!('isDone' in outcome) || !outcome.isDone) return outcome;
	forgetTrends(locals.desk);
	redirect(303, localizeHref(`/commissie/bellers/${params.id}`));
}
