import { error, redirect, type Actions } from '@sveltejs/kit';
import { z } from 'zod';
import { reportSubmission } from '#lib/domain/report/submission.ts';
import { factsOfAnswers } from '#lib/domain/rules/answers.ts';
import { parseForm } from '#lib/forms/parse-form.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import type { Desk } from '#lib/server/desk.ts';
import * as emailProofs from '#lib/server/following/email-proofs.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import { reportLink } from '#lib/server/following/report-link.ts';
import * as questions from '#lib/server/rights/questions.ts';
import * as rights from '#lib/server/rights/rights.ts';
import { followedCode } from '../../../volgen/follow-cookie.ts';
import { forgetFiled, recallFiled } from '../../filed-cookie.ts';
import type { PageServerLoad } from './$types.js';

const answersForm = z.object({ answers: reportSubmission.shape.answers });

export const load: PageServerLoad = async ({ locals, params, cookies, setHeaders }) => {
	// The page says nothing of a reference that the visitor did not bring along.
	if (!/^\d{2}-[0-9A-Z]{6}$/.test(params.reference)) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const filed = recallFiled(cookies, params.reference);
	return {
		reference: params.reference,
		filed,
		report_link: filed && reportLink(locals.desk, params.reference),
		...(filed ? await standing(locals.desk, filed.follow_code) : nothing)
	};
};

export const actions: Actions = {
	/** Opens the report with the code that is still at hand, and mails the digits to enter there. */
	prove: async ({ params, cookies, locals: { desk } }) => {
		const filed = recallFiled(cookies, params.reference ?? '');
		if (filed) {
			followedCode.remember(desk, cookies, filed.follow_code);
			try {
				await emailProofs.sendCode(desk, filed.follow_code);
			} catch (refusal) {
				// Asked twice, or proven before: the page shows how it stands.
				if (!(refusal instanceof Refused)) throw refusal;
			}
		}
		redirect(303, `${localizeHref('/volgen')}#email`);
	},
	saved: ({ params, cookies }) => {
		forgetFiled(cookies);
		redirect(303, localizeHref(`/melden/klaar/${params.reference}`));
	},

	/** Answers given after filing; without a code that is still at hand they have nowhere to go. */
	answer: async ({ locals, params, cookies, request }) => {
		const filed = recallFiled(cookies, params.reference!);
		const sent = parseForm(answersForm, await request.formData());
		if (filed && sent.ok) {
			const facts = factsOfAnswers(sent.value.answers);
			await followedReports
				.tellMore(locals.desk, filed.follow_code, facts)
				.catch((refusal: unknown) => {
					// Taken back or closed in the meantime: the page shows what stands.
					if (!(refusal instanceof Refused)) throw refusal;
				});
		}
		redirect(303, `${localizeHref(`/melden/klaar/${params.reference}`)}#findings`);
	}
};

const nothing = { others_alike: null, rights: null, questions: [], isUnasked: false };

/** Where the reporter stands, and what may still be asked; nothing when the report is gone. */
async function standing(desk: Desk, follow_code: string) {
	try {
		const report = await followedReports.open(desk, follow_code);
		const moments = followedReports.momentsOf(report);
		return {
			others_alike: report.others_alike,
			rights: await rights.ofReport(desk, report, getLocale()),
			isUnasked: Object.keys(report.facts).length === 0,
			questions:
				report.kind === 'complaint'
					? await questions.askKnown(desk, { ...report, moments }, getLocale())
					: []
		};
	} catch (refusal) {
		if (!(refusal instanceof Refused)) throw refusal;
		return nothing;
	}
}
