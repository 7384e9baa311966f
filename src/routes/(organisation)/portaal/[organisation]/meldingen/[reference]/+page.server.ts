import { error, fail } from '@sveltejs/kit';
import type { z } from 'zod';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as answers from '#lib/server/reports/answers.ts';
import { tellFindings } from '#lib/server/reports/findings.ts';
import * as ownReports from '#lib/server/reports/own-reports.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';
import { handlingForm, messageForm, noteForm, supervisionForm, type OwnAct } from './own-acts.ts';
import { presentAnswers, presentOwnReport } from './present-own-report.ts';

/** What a form gets back: which one it was, and what was typed and is wrong with it. */
type Returned = {
	act: OwnAct;
	isDone: boolean;
	values: FormValues;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { desk } = locals;
	const { organisation_id, name } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const [known, report] = await Promise.all([
		taxonomy.load(desk),
		ownReports.open(desk, client, organisation_id, params.reference)
	]);
	if (!report) error(404);
	const isUnread = report.messages.some(
		({ is_from_reporter, is_read }) => is_from_reporter && !is_read
	);
	if (isUnread) await answers.markMessagesRead(client, params.reference);
	const locale = getLocale();
	return {
		report: presentOwnReport(report, trendChoices(known, locale), desk.now(), locale),
		answers: presentAnswers(report, name, known, locale),
		findings: tellFindings(
			report.findings,
			report.contacts.map(({ from }) => ({ contact_at: new Date(from) })),
			locale
		),
		notes: report.notes,
		handling: report.handling ?? { assigned_to: null, own_reference: null },
		members: report.members,
		isAnswered: url.searchParams.has('beantwoord')
	};
};

export const actions: Actions = {
	message: (event) =>
		act(event, 'message', messageForm, ({ message }, { client, reference }) =>
			answers.sendMessage(event.locals.desk, client, reference, message)
		),
	note: (event) =>
		act(event, 'note', noteForm, ({ note }, { client, reference }) =>
			ownReports.addNote(client, reference, 'organisation', note)
		),
	supervision: (event) =>
		act(event, 'supervision', supervisionForm, (sent, { client, reference }) =>
			ownReports.addNote(client, reference, 'supervision', sent.supervision_note)
		),
	handling: (event) =>
		act(event, 'handling', handlingForm, async (sent, { client, organisation, reference }) => {
			await ownReports.assign(client, organisation, [reference], sent.assignee ?? null);
			await ownReports.nameReports(client, organisation, [reference], sent.own_name);
		})
};

type Acting = { client: visitors.Visitor['client']; organisation: string; reference: string };

/** Reads the form of an act and does it; a refusal is told at the form and loses nothing. */
async function act<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	name: OwnAct,
	schema: Schema,
	perform: (sent: z.output<Schema>, acting: Acting) => Promise<void>
) {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
	const { client } = visitors.required(locals);
	const data = await request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned>(status, {
			act: name,
			isDone: false,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	try {
		await perform(sent.value, {
			client,
			organisation: organisation_id,
			reference: params.reference
		});
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
	}
	return { act: name, isDone: true, values: {}, issues: [] } satisfies Returned;
}
