import { fail, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import type { AskedQuestion } from '#lib/domain/rules/asked-question.ts';
import { reportSubmission, type ReportSubmission } from '#lib/domain/report/submission.ts';
import { classify } from '#lib/domain/text/classify.ts';
import { doubtedKind, sureEnoughToAskAgain } from '#lib/domain/text/doubted-kind.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import { judgeFiling } from '#lib/server/reports/judge-filing.ts';
import { secondsToWait } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import * as reports from '#lib/server/reports/reports.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';
import { rememberFiled } from './filed-cookie.ts';
import { forgetFollows, recallFollows } from './follows-cookie.ts';
import { reportChoices } from './report-choices.ts';
import { questionsOfDraft } from './questions-of-draft.ts';
import { mostContacts, readDraft } from './report-draft.ts';
import type { FieldIssue } from './report-steps.ts';
import { showFile } from './show-files.ts';

/** What the form gets back: everything typed, and what is wrong with it. */
type Returned = { values: FormValues; issues: FieldIssue[]; questions?: AskedQuestion[] };

/** Why nothing was filed, and what of the form changes for it. */
type NotFiled = Returned & { status: number };

export const load: PageServerLoad = async ({ locals, url, cookies, request }) => {
	// Somebody who comes here anew does not go on from an earlier report.
	if (request.method === 'GET') forgetFollows(cookies);
	return {
		kind: url.searchParams.get('kind'),
		client_key: crypto.randomUUID(),
		today: dayOf(locals.desk.now()),
		choices: reportChoices(await taxonomy.load(locals.desk), getLocale())
	};
};

export const actions: Actions = {
	file: async (event) => {
		const { data, values, files, issues } = await receive(event);
		if ((await secondsToWait(event, 'file_report')) !== undefined) {
			return giveBack(event, 429, values, [{ path: '', text: m.error_too_many_requests() }]);
		}
		// The page knows its own language; nobody types it.
		data.set('locale', getLocale());
		const submission = parseForm(reportSubmission, data);
		if (!submission.ok || issues.length > 0) {
			const wrong = submission.ok ? [] : submission.issues.map(inWords);
			return giveBack(event, 422, values, [...wrong, ...issues]);
		}

		const doubt = doubtOf(submission.value, data);
		if (doubt) {
			return giveBack(event, 422, { ...values, kind_confirmed: 'on' }, [
				{ path: 'kind', text: doubt }
			]);
		}

		const isShared = data.get('share_evidence') === 'on';
		const follows = recallFollows(event.cookies);
		const filed = await file(event.locals, submission.value, values, {
			evidence: { files, isShared },
			follows
		});
		if ('issues' in filed) {
			return giveBack(event, filed.status, { ...values, ...filed.values }, filed.issues);
		}
		forgetFollows(event.cookies);
		rememberFiled(event, submission.value, filed);
		redirect(303, localizeHref(`/melden/klaar/${filed.reference}`));
	},

	/** A new report that begins with what somebody knows already, such as who it was. */
	begin: async (event): Promise<Returned> => {
		const { values, issues } = await receive(event);
		return givenBack(event, { ...values, client_key: crypto.randomUUID() }, issues);
	},

	/** Without a script the server asks the questions that fit what is filled in. */
	ask: async (event): Promise<Returned> => {
		const { values, issues } = await receive(event);
		return givenBack(event, { ...values, is_asked: 'on' }, issues);
	},

	/** Without a script the server adds the row. */
	add_contact: async (event): Promise<Returned> => {
		const { values, issues } = await receive(event);
		const contacts = Array.isArray(values.contacts) ? values.contacts : [];
		return givenBack(
			event,
			{ ...values, contacts: [...contacts, {}].slice(0, mostContacts) },
			issues
		);
	},

	/** Without a script the server takes the file away. */
	remove_file: async (event): Promise<Returned> => {
		const data = await event.request.formData();
		const token = String(data.get('remove_token'));
		const others = data.getAll('evidence_token').filter((other) => other !== token);
		data.delete('evidence_token');
		for (const other of others) data.append('evidence_token', other);
		const [{ values, issues }] = await Promise.all([
			receive(event, data),
			evidence.unstage(event.locals.desk, token)
		]);
		return givenBack(event, values, issues);
	}
};

/** What was sent, with the files taken in, so that they survive whatever else is wrong. */
async function receive(event: RequestEvent, sent?: FormData) {
	const data = sent ?? (await event.request.formData());
	const { files, refusals } = await receiveFiles(event, data);
	const values: FormValues = { ...readValues(data), evidence: files.map(showFile) };
	const issues = refusals.length > 0 ? [{ path: 'evidence', text: refusals.join(' ') }] : [];
	return { data, values, files, issues };
}

const giveBack = async (
	event: RequestEvent,
	status: number,
	values: FormValues,
	issues: FieldIssue[]
) => fail<Returned>(status, await givenBack(event, values, issues));

/** All that was filled in, with the questions when they were asked before. */
async function givenBack(
	{ locals }: RequestEvent,
	values: FormValues,
	issues: FieldIssue[] = []
): Promise<Returned> {
	if (!values.is_asked) return { values, issues };
	const draft = readDraft(values, '');
	return { values, issues, questions: await questionsOfDraft(locals.desk, draft, getLocale()) };
}

/**
 * Without a script nobody has asked yet whether a story that reads as the other kind was filed as
 * it was meant. Asked once: sent again, it was. A script sends its proof along, and asks by itself.
 */
function doubtOf({ kind, narrative }: ReportSubmission, data: FormData): string | null {
	if (!narrative || data.has('proof') || data.has('kind_confirmed')) return null;
	const read = doubtedKind(kind, narrative, classify({ text: narrative }), sureEnoughToAskAgain);
	if (!read) return null;
	const question = read === 'complaint' ? m.report_doubt_complaint() : m.report_doubt_compliment();
	return `${question} ${m.report_doubt_unscripted()}`;
}

const inWords = ({ path, message }: { path: string; message: string }): FieldIssue => ({
	// One of several boxes is wrong: the error stands at the question.
	path: path.replace(/^categories\[\d+\]$/, 'categories'),
	text: say(message)
});

async function file(
	{ desk, request_id }: App.Locals,
	sent: ReportSubmission,
	values: FormValues,
	more: { evidence: { files: evidence.StagedFile[]; isShared: boolean }; follows?: string }
): Promise<reports.Filed | NotFiled> {
	const key = String(values.client_key);
	const clientKey = /^[0-9a-f-]{36}$/.test(key) ? `form\0${key}` : undefined;
	try {
		const judgement = await judgeFiling(desk, values);
		return await reports.file(desk, sent, { clientKey, origin: 'form', judgement, ...more });
	} catch (error) {
		if (error instanceof reports.InvalidSubmission) {
			return { status: 422, values: {}, issues: error.issues.map(inWords) };
		}
		if (!(error instanceof Refused)) {
			// An error page would lose what was typed by somebody without JavaScript.
			desk.log.error({ event: 'fault', request_id, route: '/(public)/melden' }, error);
			const text = m.error_fault({ request_id });
			return { status: 500, values: {}, issues: [{ path: '', text }] };
		}
		const { reason, status } = error;
		if (reason !== 'idempotency_key_reused') {
			const isOfFiles = reason.startsWith('evidence');
			const path = isOfFiles ? 'evidence' : '';
			const left = more.evidence.files.filter(({ is_attached }) => !is_attached).map(showFile);
			const values: FormValues = isOfFiles ? { evidence: left } : {};
			return { status, values, issues: [{ path, text: say(`error_${reason}`) }] };
		}
		// It had arrived and was changed since; sent again it is another report.
		const issues = [{ path: '', text: m.report_already_sent() }];
		return { status, values: { client_key: crypto.randomUUID() }, issues };
	}
}
