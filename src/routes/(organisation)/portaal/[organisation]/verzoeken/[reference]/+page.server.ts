import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { daysLeft, lastDayOf } from '#lib/domain/calendar/days-left.ts';
import { consentRecord } from '#lib/domain/objection/consent-record.ts';
import { nextTerm } from '#lib/domain/objection/next-term.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as ownRequests from '#lib/server/objections/own-requests.ts';
import { sayAgainst, sayShared } from '#lib/server/objections/objection-words.ts';
import { sayLeft } from '../../portal-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const { desk } = locals;
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	// It says who it is about.
	setHeaders({ 'cache-control': 'private, no-store' });
	const request = await ownRequests.open(desk, client, organisation_id, params.reference);
	if (!request) error(404);
	const locale = getLocale();
	const now = desk.now();
	const moment = (instant: string | null) => instant && formatInstant(instant, locale);
	return {
		today: dayOf(now),
		request: {
			kind: request.kind,
			reference: request.reference,
			state: request.state,
			against: sayAgainst(request.against, locale),
			sent: formatInstant(request.sent_at, locale),
			norm: moment(request.norm_at),
			is_norm_over: request.norm_at !== null && Date.parse(request.norm_at) <= now.getTime(),
			due: formatDay(lastDayOf(request.due_at), locale),
			left: sayLeft(nextTerm(request, now), now),
			is_over: daysLeft(request.due_at, now) < 0,
			acknowledged: moment(request.acknowledged_at),
			done: moment(request.done_at),
			shared: request.shared && sayShared(request.shared, locale)
		}
	};
};

export const actions: Actions = {
	received: (event) => acknowledge(event, false),
	processed: (event) => acknowledge(event, true),
	proof: async (event) => {
		// Nobody sends files here who may not answer.
		visitors.ownOrganisationOf(event.locals, event.params.organisation, 'handler');
		const data = await event.request.formData();
		const received = await receiveFiles(event, data);
		const typed = { values: readValues(data), files: received.files };
		const sent = parseForm(consentRecord, data);
		if (!sent.ok || received.refusals.length > 0) {
			return givenBack(422, typed, sent.ok ? [] : sent.issues, received.refusals);
		}
		return perform(event, typed, (client, organisation) =>
			ownRequests.answerProof(
				event.locals.desk,
				client,
				organisation,
				event.params.reference,
				sent.value,
				received.files
			)
		);
	}
};

const acknowledge = (event: RequestEvent, isProcessed: boolean) =>
	perform(event, { values: {}, files: [] }, (client, organisation) =>
		ownRequests.acknowledge(
			event.locals.desk,
			client,
			organisation,
			event.params.reference,
			isProcessed
		)
	);

type Typed = { values: FormValues; files: { token: string; name: string }[] };

const givenBack = (
	status: number,
	{ values, files }: Typed,
	issues: { path: string; message: string }[],
	refusals: string[] = []
) =>
	fail(status, {
		values,
		files: files.map(({ token, name }) => ({ token, name })),
		issues: [
			...issues.map(({ path, message }) => ({ path, text: say(message) })),
			...refusals.map((text) => ({ path: 'evidence', text }))
		]
	});

async function perform(
	{ locals, params, url }: RequestEvent,
	typed: Typed,
	work: (client: visitors.Visitor['client'], organisation: string) => Promise<void>
) {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
	try {
		await work(visitors.required(locals).client, organisation_id);
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return givenBack(refusal.status, typed, [{ path: '', message: `error_${refusal.reason}` }]);
	}
	redirect(303, url.pathname);
}
