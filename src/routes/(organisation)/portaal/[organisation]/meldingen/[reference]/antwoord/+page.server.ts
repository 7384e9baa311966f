import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { answerForm, type FilledAnswer } from '#lib/domain/report/answer-form.ts';
import { answerTypes } from '#lib/domain/report/answers.ts';
import { typeOfReason } from '#lib/domain/report/given-answer.ts';
import { fillPlaceholders } from '#lib/domain/report/placeholders.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { presentAnswer } from '#lib/features/answers/present-answer.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as answerTemplates from '#lib/server/reports/answer-templates.ts';
import * as answers from '#lib/server/reports/answers.ts';
import * as ownReports from '#lib/server/reports/own-reports.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { presentOwnReport } from '../present-own-report.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

type File = { token: string; name: string };
type Returned = {
	values: FormValues;
	issues: { path: string; text: string }[];
	files: File[];
	preview: ReturnType<typeof presentAnswer> | null;
	/** What stays between the organisation, the committee and the regulator. */
	supervision_note: string | null;
	other_organisation: string | null;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { desk } = locals;
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
	const { client } = visitors.required(locals);
	const [known, report, templates] = await Promise.all([
		taxonomy.load(desk),
		ownReports.open(desk, client, organisation_id, params.reference),
		answerTemplates.list(client, organisation_id)
	]);
	if (!report) error(404);
	const locale = getLocale();
	const chosen = templates.find(
		({ template_id }) => template_id === url.searchParams.get('sjabloon')
	);
	return {
		report: presentOwnReport(report, trendChoices(known, locale), desk.now(), locale),
		templates: templates.map(({ template_id, name }) => ({ value: template_id, label: name })),
		chosen: chosen?.template_id ?? '',
		beginning: (chosen ? { reason: chosen.reason ?? '', text: chosen.text } : {}) as FormValues,
		reasons: answerTypes.map((type) => ({
			type,
			choices: known.answer_reasons
				.filter(({ answer_type }) => answer_type === type)
				.map((row) => ({ value: row.code, label: row[`label_${locale}`] }))
		})),
		today: dayOf(desk.now())
	};
};

export const actions: Actions = {
	/** Shows what the reporter will get; nothing is sent yet. */
	preview: async (event) => {
		const read = await readAnswer(event);
		if (!read.ok) return read.refusal;
		const { given, files, values } = read;
		const { name } = visitors.ownOrganisationOf(event.locals, event.params.organisation, 'handler');
		const { answer_reasons } = await taxonomy.load(event.locals.desk);
		const locale = getLocale();
		return {
			values,
			files,
			issues: [],
			preview: presentAnswer(
				{
					...given,
					answer_type: typeOfReason(given.reason)!,
					text: mask(await fillIn(event, given.text)),
					organisation_name: name,
					answered_at: event.locals.desk.now().toISOString(),
					verdict: null,
					verdict_text: null,
					is_promise_asked: false,
					is_promise_kept: null,
					files: files.map(({ token, name }) => ({ evidence_id: token, name }))
				},
				(code) => answer_reasons.find((row) => row.code === code)?.[`label_${locale}`] ?? code,
				locale
			),
			supervision_note: given.supervision_note && mask(given.supervision_note),
			other_organisation: given.other_organisation && mask(given.other_organisation)
		} satisfies Returned;
	},
	/** Back from the preview, with all that was typed. */
	change: async (event) => {
		const data = await event.request.formData();
		const { files } = await receiveFiles(event, data);
		return givenBack(readValues(data), files, []);
	},
	send: async (event) => {
		const read = await readAnswer(event);
		if (!read.ok) return read.refusal;
		const { given, files, values } = read;
		const { reason, promise_due_on, supervision_note, other_organisation } = given;
		const { organisation, reference } = event.params;
		try {
			await answers.answer(event.locals.desk, visitors.required(event.locals).client, reference, {
				answer_type: typeOfReason(reason)!,
				reason,
				text: await fillIn(event, given.text),
				has_promise: given.has_promise,
				files,
				...(promise_due_on && { promise_due_on }),
				...(supervision_note && { supervision_note }),
				...(other_organisation && { other_organisation })
			});
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			const isSame = refusal.reason === 'same_organisation';
			const issue = isSame
				? { path: 'other_organisation', message: 'portal_error_same_organisation' }
				: { path: '', message: `error_${refusal.reason}` };
			return fail(refusal.status, givenBack(values, files, [issue]));
		}
		// One that was passed on is no longer theirs to open.
		redirect(
			303,
			localizeHref(
				other_organisation
					? `/portaal/${organisation}/meldingen?beantwoord=${reference}`
					: `/portaal/${organisation}/meldingen/${reference}?beantwoord`
			)
		);
	}
};

const givenBack = (
	values: FormValues,
	files: File[],
	issues: { path: string; message: string }[],
	texts: string[] = []
): Returned => ({
	values,
	files: files.map(({ token, name }) => ({ token, name })),
	issues: [
		...issues.map(({ path, message }) => ({ path, text: say(message) })),
		...texts.map((text) => ({ path: 'evidence', text }))
	],
	preview: null,
	supervision_note: null,
	other_organisation: null
});

type Read =
	| { ok: true; given: FilledAnswer; files: StagedFiles; values: FormValues }
	| { ok: false; refusal: ReturnType<typeof fail<Returned>> };
type StagedFiles = Awaited<ReturnType<typeof receiveFiles>>['files'];

/** Reads the form, and takes in the files that come with it. */
async function readAnswer(event: RequestEvent): Promise<Read> {
	visitors.ownOrganisationOf(event.locals, event.params.organisation, 'handler');
	const data = await event.request.formData();
	const { files, refusals } = await receiveFiles(event, data);
	const values = readValues(data);
	const sent = parseForm(answerForm(dayOf(event.locals.desk.now())), data);
	if (sent.ok && refusals.length === 0) return { ok: true, given: sent.value, files, values };
	const issues = sent.ok ? [] : sent.issues;
	return { ok: false, refusal: fail(422, givenBack(values, files, issues, refusals)) };
}

/** The text with what belongs to this report in the place of its placeholders. */
async function fillIn({ locals, params }: RequestEvent, text: string): Promise<string> {
	if (!text.includes('{')) return text;
	const { desk } = locals;
	const { organisation_id, name } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const report = await ownReports.open(desk, client, organisation_id, params.reference);
	if (!report) error(404);
	return fillPlaceholders(text, {
		reference: report.reference,
		organisation: name,
		number: report.caller_number ?? '',
		delivered_on: formatDay(report.delivered_on, getLocale())
	});
}
