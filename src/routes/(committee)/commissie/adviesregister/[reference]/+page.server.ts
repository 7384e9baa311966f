import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isDay } from '#lib/domain/calendar/days.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { adviceForm } from '#lib/domain/cbt/application.ts';
import { handlingsFor } from '#lib/domain/cbt/states.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as secretariat from '#lib/server/cbt/secretariat.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { client, roles } = visitors.required(locals);
	const application = await secretariat.open(locals.desk, client, params.reference);
	if (!application) error(404);
	const isSecretariat = roles.some((role) => role === 'committee' || role === 'administrator');
	return {
		application,
		handlings: isSecretariat ? handlingsFor(application) : [],
		isSecretariat,
		today: dayOf(locals.desk.now()),
		isDone: url.searchParams.has('done')
	};
};

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });
const day = z.string({ error: 'error_date' }).refine(isDay, { error: 'error_date' });
const invoiceForm = z.object({
	invoice_number: z.string({ error: 'error_text' }).trim().min(1, { error: 'error_text' }).max(60)
});

export const actions: Actions = {
	invoice: (event) => act(event, 'invoice', invoiceForm, (sent, on) => on.handle('invoice', sent)),
	payment: (event) =>
		act(event, 'payment', z.object({ paid_on: day }), (sent, on) => on.handle('payment', sent)),
	ask: (event) =>
		act(event, 'ask', z.object({ ask_reason: reason }), ({ ask_reason }, on) =>
			on.handle('ask', { reason: ask_reason })
		),
	take_on: (event) => act(event, 'take_on', z.object({}), (_, on) => on.handle('take_on', {})),
	decline: (event) =>
		act(event, 'decline', z.object({ decline_reason: reason }), ({ decline_reason }, on) =>
			on.handle('decline', { reason: decline_reason })
		),
	advise: (event) =>
		act(event, 'advise', adviceForm, (advice, { client }) =>
			secretariat.advise(event.locals.desk, client, event.params.reference, advice)
		),
	end: (event) =>
		act(
			event,
			'end',
			z.object({ ended_on: day, end_reason: reason }),
			({ ended_on, end_reason }, { client }) =>
				secretariat.endAdvice(event.locals.desk, client, event.params.reference, {
					ended_on,
					reason: end_reason
				})
		)
};

/** What a form gets back: which one it was, what was typed and what is wrong with it. */
type Returned = { act: string; values: FormValues; issues: { path: string; text: string }[] };

type Acting = {
	client: visitors.Visitor['client'];
	handle: (
		act: Parameters<typeof secretariat.handle>[3],
		details: secretariat.HandlingDetails
	) => Promise<void>;
};

async function act<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	name: string,
	schema: Schema,
	perform: (sent: z.output<Schema>, on: Acting) => Promise<void>
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
	const { client } = visitors.required(locals);
	try {
		await perform(sent.value, {
			client,
			handle: (act, details) =>
				secretariat.handle(locals.desk, client, params.reference, act, details)
		});
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		const path = refusal.reason === 'organisation_not_found' ? 'organisations' : '';
		return giveBack(refusal.status, [{ path, message: `error_${refusal.reason}` }]);
	}
	redirect(303, localizeHref(`/commissie/adviesregister/${params.reference}?done`));
}
