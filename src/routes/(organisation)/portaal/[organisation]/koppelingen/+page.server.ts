import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { newApiKey } from '#lib/domain/connections/api-keys.ts';
import { newWebhook } from '#lib/domain/connections/webhooks.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import * as apiKeys from '#lib/server/connections/api-keys.ts';
import * as connections from '#lib/server/connections/connections.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** What a form gets back: which one it was, what is wrong with it, and what is shown once. */
type Returned = {
	act: string;
	values: FormValues;
	issues: { path: string; text: string }[];
	made: { kind: 'key' | 'secret'; code: string } | null;
};

export const load: PageServerLoad = async ({ locals, params }) => {
	const own = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
	return connections.load(visitors.required(locals).client, own.organisation_id);
};

const ofKey = z.object({ api_key_id: z.uuid({ error: 'error_api_key_not_found' }) });
const ofWebhook = z.object({ webhook_id: z.uuid({ error: 'error_webhook_not_found' }) });
const switched = ofWebhook.extend({ is_on: z.boolean() });
const ofDelivery = z.object({ delivery_id: z.uuid({ error: 'error_webhook_delivery_not_found' }) });

type Client = visitors.Visitor['client'];

export const actions: Actions = {
	create_key: (event) =>
		act(event, 'create_key', newApiKey, async (sent, client, id) => ({
			kind: 'key' as const,
			code: await apiKeys.create(event.locals.desk, client, id, sent)
		})),
	revoke_key: (event) =>
		act(event, 'revoke_key', ofKey, ({ api_key_id }, client) => apiKeys.revoke(client, api_key_id)),
	create_webhook: (event) =>
		act(event, 'create_webhook', newWebhook, async (sent, client, id) => ({
			kind: 'secret' as const,
			code: await connections.createWebhook(event.locals.desk, client, id, sent)
		})),
	remove_webhook: (event) =>
		act(event, 'remove_webhook', ofWebhook, ({ webhook_id }, client) =>
			connections.removeWebhook(client, webhook_id)
		),
	switch_webhook: (event) =>
		act(event, 'switch_webhook', switched, ({ webhook_id, is_on }, client) =>
			connections.switchWebhook(client, webhook_id, is_on)
		),
	test_webhook: (event) =>
		act(event, 'test_webhook', ofWebhook, ({ webhook_id }, client) =>
			connections.testWebhook(event.locals.desk, client, webhook_id)
		),
	retry: (event) =>
		act(event, 'retry', ofDelivery, ({ delivery_id }, client) =>
			connections.retryDelivery(event.locals.desk, client, delivery_id)
		)
};

/** Reads a form and does what it asks; a refusal is told at the form and loses nothing. */
async function act<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	name: string,
	schema: Schema,
	perform: (
		sent: z.output<Schema>,
		client: Client,
		organisation_id: string
	) => Promise<Returned['made'] | void>
) {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
	const data = await request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned>(status, {
			act: name,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({ path, text: say(message) })),
			made: null
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	try {
		const made = await perform(sent.value, visitors.required(locals).client, organisation_id);
		return { act: name, values: {}, issues: [], made: made ?? null } satisfies Returned;
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		const path = /^webhook_not_(https|public)$/.test(refusal.reason) ? 'url' : '';
		return giveBack(refusal.status, [{ path, message: `error_${refusal.reason}` }]);
	}
}
