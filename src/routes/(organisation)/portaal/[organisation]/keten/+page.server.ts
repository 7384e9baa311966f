import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { proposedLink } from '#lib/domain/organisation/chain.ts';
import { isAtLeast } from '#lib/domain/people/roles.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as chain from '#lib/server/register/chain.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

type Returned = { values: FormValues; issues: { path: string; text: string }[] };

const done = z.enum(['proposed', 'confirmed', 'refused', 'ended', 'withdrawn']);

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const own = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	return {
		...(await chain.list(client, own.organisation_id)),
		isOwner: isAtLeast(own.level, 'owner'),
		isHandler: isAtLeast(own.level, 'handler'),
		today: dayOf(locals.desk.now()),
		done: done.safeParse(url.searchParams.get('done')).data ?? null
	};
};

const link_id = z.uuid();

export const actions: Actions = {
	propose: async (event) => {
		const { locals, params, request } = event;
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
		const data = await request.formData();
		const giveBack = (status: number, issues: FormIssue[]) =>
			fail<Returned>(status, {
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
			});
		const sent = parseForm(proposedLink, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		try {
			const { client } = visitors.required(locals);
			await chain.propose(locals.desk, client, own.organisation_id, sent.value);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			const path = error.reason === 'organisation_not_found' ? 'organisation_name' : '';
			return giveBack(error.status, [{ path, message: `error_${error.reason}` }]);
		}
		return goBack(event, 'proposed');
	},

	answer: (event) =>
		act(event, z.object({ link_id, answer: z.enum(['yes', 'no']) }), async (sent, client) => {
			await chain.answer(client, sent.link_id, sent.answer === 'yes');
			return sent.answer === 'yes' ? 'confirmed' : 'refused';
		}),

	withdraw: (event) =>
		act(event, z.object({ link_id }), async (sent, client) => {
			await chain.end(client, sent.link_id);
			return 'withdrawn';
		}),

	end: (event) => {
		const last_on = z.iso.date({ error: 'error_day_missing' });
		return act(event, z.object({ link_id, last_on }), async (sent, client) => {
			await chain.end(client, sent.link_id, sent.last_on);
			return 'ended';
		});
	},

	/** Goes to the report of a reference that was typed in. */
	open: async ({ locals, params, request }) => {
		visitors.ownOrganisationOf(locals, params.organisation);
		const typed = String((await request.formData()).get('reference') ?? '');
		const reference = typed.trim().toUpperCase();
		if (!/^\d{2}-[0-9A-Z]{6}$/.test(reference)) return refuse(422, 'error_report_not_found');
		redirect(303, localizeHref(`/portaal/${params.organisation}/keten/${reference}`));
	}
};

/** A small form beside a row; what is wrong with it is told above the table. */
async function act<Schema extends z.ZodType>(
	event: RequestEvent,
	schema: Schema,
	perform: (sent: z.output<Schema>, client: visitors.Visitor['client']) => Promise<string>
) {
	visitors.ownOrganisationOf(event.locals, event.params.organisation, 'owner');
	const sent = parseForm(schema, await event.request.formData());
	if (!sent.ok) return refuse(422, sent.issues[0]!.message);
	let outcome: string;
	try {
		outcome = await perform(sent.value, visitors.required(event.locals).client);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return refuse(error.status, `error_${error.reason}`);
	}
	return goBack(event, outcome);
}

const refuse = (status: number, message: string) => fail(status, { refused: say(message) });

function goBack({ params }: RequestEvent, outcome: string): never {
	redirect(303, localizeHref(`/portaal/${params.organisation}/keten?done=${outcome}`));
}
