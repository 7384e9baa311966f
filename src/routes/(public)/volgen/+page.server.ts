import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { redirection } from '#lib/domain/report/reporter-acts.ts';
import { repeatedContact, withdrawal } from '#lib/domain/report/follow-up.ts';
import { parseForm, readValues, type FormIssue } from '#lib/forms/parse-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import type { Desk } from '#lib/server/desk.ts';
import * as emailProofs from '#lib/server/following/email-proofs.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import type { FollowedMessage } from '#lib/server/following/follow-up-shape.ts';
import { secondsToWait, slowDownGuessing } from '#lib/server/guard/limits.ts';
import { say } from '#lib/server/messages.ts';
import { reportLink } from '#lib/server/following/report-link.ts';
import * as reporterActs from '#lib/server/following/reporter-acts.ts';
import * as rights from '#lib/server/rights/rights.ts';
import { InvalidSubmission } from '#lib/server/reports/reports.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { rememberFollows } from '../melden/follows-cookie.ts';
import { followedCode } from './follow-cookie.ts';
import {
	codeEntry,
	erasure,
	linkRequest,
	messageForm,
	promiseForm,
	reopenForm,
	verdictForm
} from './follow-forms.ts';
import { presentReport } from './present-report.ts';

const codeForm = z.object({
	follow_code: z.string({ error: 'follow_error_code' }).trim().max(100, {
		error: 'error_follow_code_unknown'
	})
});
const withdrawForm = withdrawal.extend({
	is_sure: z.literal(true, { error: 'follow_error_sure' })
});

/** What a form gets back: which one it was, what was typed and what is wrong with it. */
type Returned = {
	act: string;
	values: Record<string, string>;
	issues: { path: string; text: string }[];
};

export const load: PageServerLoad = async ({ locals: { desk }, cookies, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = followedCode.recall(desk, cookies);
	if (code === null) return { report: null, isErased: url.searchParams.has('erased') };
	try {
		const [report, words] = await Promise.all([
			followedReports.open(desk, code),
			taxonomy.load(desk)
		]);
		if (report.messages.some(isUnread)) await reporterActs.markMessagesRead(desk, code);
		return {
			report: presentReport(report, words, getLocale(), desk.now()),
			rights: await rights.ofReport(desk, report, getLocale()),
			report_link: reportLink(desk, report.reference),
			today: dayOf(desk.now())
		};
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		followedCode.forget(cookies);
		return { report: null, isErased: false };
	}
};

export const actions: Actions = {
	open: async (event) => {
		const data = await event.request.formData();
		const entered = parseForm(codeForm, data);
		if (!entered.ok) return giveBack('open', 422, data, entered.issues);
		const wait = await secondsToWait(event, 'follow');
		if (wait !== undefined) {
			const text = m.error_too_often({ minutes: Math.ceil(wait / 60) });
			return giveBackInWords('open', 429, data, [{ path: '', text }]);
		}
		const { desk } = event.locals;
		const { follow_code } = entered.value;
		return doing('open', data, async () => {
			await followedReports.open(desk, follow_code).catch(async (error: unknown) => {
				if (error instanceof Refused) await slowDownGuessing(event);
				throw error;
			});
			followedCode.remember(desk, event.cookies, follow_code);
		});
	},

	again: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(repeatedContact, data);
		if (!sent.ok) return giveBack('again', 422, data, sent.issues);
		return doing('again', data, () =>
			followedReports.addContact(event.locals.desk, code, sent.value)
		);
	},

	withdraw: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(withdrawForm, data);
		if (!sent.ok) return giveBack('withdraw', 422, data, sent.issues);
		return doing('withdraw', data, () =>
			followedReports.withdraw(event.locals.desk, code, sent.value.reason)
		);
	},

	add_evidence: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const { files, refusals } = await receiveFiles(event, data);
		if (files.length + refusals.length === 0) refusals.push(m.error_evidence_needed());
		if (files.length > 0) {
			const tokens = files.map(({ token }) => token);
			const isShared = data.get('share_evidence') === 'on';
			const failure = await trying('add_evidence', data, () =>
				evidence.add(event.locals.desk, code, tokens, isShared)
			);
			if (failure) return failure;
		}
		// What is wrong with one file does not keep the others back.
		if (refusals.length > 0) {
			const issue = { path: 'evidence', text: refusals.join(' ') };
			return giveBackInWords('add_evidence', 422, data, [issue]);
		}
		redirect(303, localizeHref('/volgen'));
	},

	remove_evidence: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const id = String(data.get('evidence_id'));
		return doing('remove_evidence', data, () => evidence.remove(event.locals.desk, code, id));
	},

	message: actOn('message', messageForm, (desk, code, sent) =>
		reporterActs.sendMessage(desk, code, sent)
	),

	verdict: actOn('verdict', verdictForm, (desk, code, sent) =>
		reporterActs.giveVerdict(desk, code, sent)
	),

	reopen: actOn('reopen', reopenForm, (desk, code, sent) =>
		reporterActs.giveVerdict(desk, code, sent)
	),

	promise: actOn('promise', promiseForm, (desk, code, is_kept) =>
		reporterActs.tellPromiseKept(desk, code, is_kept)
	),

	redirect: actOn('redirect', redirection, (desk, code, sent) =>
		reporterActs.redirect(desk, code, sent)
	),

	anonymous: actOn('anonymous', z.object({}), (desk, code) =>
		reporterActs.makeAnonymous(desk, code)
	),

	erase: async (event) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(erasure, data);
		if (!sent.ok) return giveBack('erase', 422, data, sent.issues);
		await reporterActs.deleteData(event.locals.desk, code);
		followedCode.forget(event.cookies);
		redirect(303, `${localizeHref('/volgen')}?erased`);
	},

	prove: actOn('prove', z.object({}), (desk, code) => emailProofs.sendCode(desk, code)),

	prove_code: actOn('prove_code', codeEntry, async (desk, code, sent) => {
		const outcome = await emailProofs.enterCode(desk, code, sent.mail_code);
		if (outcome !== 'proven') throw new Refused(`mail_code_${outcome}`, 422);
	}),

	/** Whether there is such an address is told to nobody, nor by how long this takes. */
	link: async (event) => {
		const data = await event.request.formData();
		const asked = parseForm(linkRequest, data);
		if (!asked.ok) return giveBack('link', 422, data, asked.issues);
		const wait = await secondsToWait(event, 'send_code');
		if (wait !== undefined) {
			const text = m.error_too_often({ minutes: Math.ceil(wait / 60) });
			return giveBackInWords('link', 429, data, [{ path: 'link_email', text }]);
		}
		const { desk, request_id } = event.locals;
		emailProofs.sendLinks(desk, asked.value.link_email).catch((error: unknown) => {
			desk.log.error({ event: 'send_links', request_id }, error);
		});
		const values: Returned['values'] = { link_email: asked.value.link_email };
		return { act: 'link_sent', values, issues: [] } satisfies Returned;
	},

	/** The form of a new report, with what the visitor sent along and a note of what it follows. */
	next: (event) => {
		rememberFollows(event, codeOf(event));
		redirect(307, `${localizeHref('/melden')}?/begin`);
	},

	close: ({ cookies }) => {
		followedCode.forget(cookies);
		redirect(303, localizeHref('/volgen'));
	}
};

/** The code in the cookie; without one the visitor is asked for it. */
function codeOf({ locals, cookies }: RequestEvent): string {
	return followedCode.recall(locals.desk, cookies) ?? redirect(303, localizeHref('/volgen'));
}

/** An action that reads its form, does one thing with the code and shows the report again. */
function actOn<Schema extends z.ZodType>(
	act: string,
	schema: Schema,
	work: (desk: Desk, code: string, sent: z.output<Schema>) => Promise<void>
) {
	return async (event: RequestEvent) => {
		const data = await event.request.formData();
		const code = codeOf(event);
		const sent = parseForm(schema, data);
		if (!sent.ok) return giveBack(act, 422, data, sent.issues);
		return doing(act, data, () => work(event.locals.desk, code, sent.value));
	};
}

const isUnread = ({ sender, read_at }: FollowedMessage) =>
	sender !== 'reporter' && read_at === null;

/** Does what was asked and shows the report as it is then, or tells what stands in the way. */
async function doing(act: Returned['act'], data: FormData, work: () => Promise<unknown>) {
	return (await trying(act, data, work)) ?? redirect(303, localizeHref('/volgen'));
}

/** Does what was asked; what stands in the way, if anything does. */
async function trying(act: Returned['act'], data: FormData, work: () => Promise<unknown>) {
	try {
		await work();
	} catch (error) {
		if (error instanceof InvalidSubmission) return giveBack(act, 422, data, error.issues);
		if (!(error instanceof Refused)) throw error;
		const path = fieldOf[error.reason] ?? '';
		return giveBack(act, error.status, data, [{ path, message: `error_${error.reason}` }]);
	}
}

/** Where a refusal is told; otherwise it concerns the whole. */
const fieldOf: Record<string, string> = {
	follow_code_unknown: 'follow_code',
	evidence_gone: 'evidence',
	evidence_too_many: 'evidence'
};

const giveBack = (act: Returned['act'], status: number, data: FormData, issues: FormIssue[]) =>
	giveBackInWords(
		act,
		status,
		data,
		issues.map(({ path, message }) => ({ path, text: say(message) }))
	);

function giveBackInWords(
	act: Returned['act'],
	status: number,
	data: FormData,
	issues: Returned['issues']
) {
	const typed = Object.entries(readValues(data));
	const values = Object.fromEntries(typed.map(([name, value]) => [name, String(value)]));
	return fail<Returned>(status, { act, values, issues });
}
