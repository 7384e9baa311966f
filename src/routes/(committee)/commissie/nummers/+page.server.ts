import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { parseForm } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as decisions from '#lib/server/register/number-decisions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client, roles } = visitors.required(locals);
	const arrived = /^\d+$/.exec(url.searchParams.get('arrived') ?? '')?.[0];
	return {
		...(await decisions.listWaiting(client)),
		canDecide: roles.some((role) => role === 'committee' || role === 'administrator'),
		/** After a decision: how many reports came with it. */
		arrived: arrived === undefined ? null : Number(arrived),
		isDone: url.searchParams.has('done')
	};
};

const decision = z.object({
	id: z.uuid(),
	answer: z.enum(['yes', 'no']),
	reason: z
		.string({ error: 'error_reason_needed' })
		.trim()
		.min(1, { error: 'error_reason_needed' })
		.max(2000, { error: 'error_too_long' })
});

export const actions: Actions = {
	claim: (event) =>
		decide(event, async ({ id, answer, reason }, client) => {
			const isConfirmed = answer === 'yes';
			const { desk } = event.locals;
			const arrived = await decisions.decideClaim(desk, client, id, isConfirmed, reason);
			return isConfirmed ? `arrived=${arrived}` : 'done';
		}),
	contest: (event) =>
		decide(event, async ({ id, answer, reason }, client) => {
			const isUpheld = answer === 'yes';
			await decisions.decideContest(event.locals.desk, client, id, isUpheld, reason);
			return 'done';
		})
};

async function decide(
	{ locals, request }: RequestEvent,
	perform: (sent: z.output<typeof decision>, client: visitors.Visitor['client']) => Promise<string>
) {
	const data = await request.formData();
	const id = String(data.get('id'));
	const reason = String(data.get('reason') ?? '');
	const giveBack = (status: number, message: string) =>
		fail(status, { id, reason, refused: say(message) });
	const sent = parseForm(decision, data);
	if (!sent.ok) return giveBack(422, sent.issues[0]!.message);
	let outcome: string;
	try {
		outcome = await perform(sent.value, visitors.required(locals).client);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return giveBack(error.status, `error_${error.reason}`);
	}
	redirect(303, localizeHref(`/commissie/nummers?${outcome}`));
}
