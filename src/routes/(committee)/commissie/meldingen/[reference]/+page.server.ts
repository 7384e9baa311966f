import { z } from 'zod';
import { runAct } from '#lib/forms/run-act.ts';
import { loadReportPage, readOriginal } from '#lib/pages/staff-report.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as answers from '#lib/server/reports/answers.ts';
import * as committee from '#lib/server/reports/committee.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import { say } from '#lib/server/messages.ts';
import { presentProof } from '#lib/server/objections/present-proof.ts';
import { listProofs } from '#lib/server/objections/proofs-of-report.ts';
import { organisationNamed } from '#lib/server/register/organisation-named.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { forgetTrends } from '#lib/server/trends/trends-cache.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import {
	attributeForm,
	holdForm,
	judgeForm,
	messageForm,
	recategoriseForm,
	releaseForm,
	type Act
} from './acts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';
import { subCategories, tellingWords } from './telling-words.ts';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const [page, known] = await Promise.all([loadReportPage(event, 'handling'), taxonomy.load(desk)]);
	const { report } = page;
	const isUnread = report.messages.some(({ sender, read_at }) => sender === 'reporter' && !read_at);
	if (isUnread) await answers.markMessagesRead(client, params.reference);
	const [alike, nearCopies, proofs] = await Promise.all([
		organisations.search(desk, report.organisation_name ?? ''),
		committee.listNearCopies(client, params.reference),
		listProofs(desk, client, params.reference)
	]);
	return {
		...page,
		nearCopies,
		proofs: proofs.map((proof) => presentProof(proof, getLocale())),
		/** Per suggested category the words that spoke for it. */
		tellingWords: tellingWords(report),
		subCategories: subCategories(report, known, getLocale()),
		alike: alike.map(({ name }) => name),
		ofKind: known.categories.filter(({ kind }) => kind === report.kind).map(({ code }) => code)
	};
};

export const actions: Actions = {
	read_original: readOriginal,
	message: (event) =>
		act(event, 'message', messageForm, ({ staff_message }, client, reference) =>
			answers.sendMessage(event.locals.desk, client, reference, staff_message)
		),
	hold: (event) =>
		act(event, 'hold', holdForm, ({ hold_reason }, client, reference) =>
			committee.hold(client, reference, hold_reason)
		),
	release: (event) =>
		act(event, 'release', releaseForm, ({ release_reason }, client, reference) =>
			committee.release(client, reference, release_reason)
		),
	recategorise: (event) =>
		act(event, 'recategorise', recategoriseForm, (sent, client, reference) => {
			const codes = [...new Set([sent.primary, ...sent.categories])];
			return committee.recategorise(client, reference, codes, sent.recategorise_reason);
		}),
	judge: (event) =>
		act(event, 'judge', judgeForm, ({ judgement, judge_reason }, client, reference) =>
			committee.judgeContest(client, reference, judgement, judge_reason)
		),
	attribute: (event) =>
		act(event, 'attribute', attributeForm, async (sent, client, reference) => {
			const { desk } = event.locals;
			const id = sent.to_none ? null : await organisationNamed(desk, sent.organisation ?? '');
			return committee.attribute(desk, client, reference, id, sent.attribute_reason);
		})
};

/** Does an act on the report of this page. */
async function act<Schema extends z.ZodType>(
	{ locals, params, request }: RequestEvent,
	name: Act,
	schema: Schema,
	perform: (
		sent: z.output<Schema>,
		client: visitors.Visitor['client'],
		reference: string
	) => Promise<void>
) {
	const { client } = visitors.required(locals);
	const outcome = await runAct(request, {
		act: name,
		schema,
		perform: (sent) => perform(sent, client, params.reference),
		say,
		refusalOf,
		pathOf: (reason) => (reason === 'organisation_not_found' ? 'organisation' : '')
	});
	forgetTrends(locals.desk);
	return outcome;
}
