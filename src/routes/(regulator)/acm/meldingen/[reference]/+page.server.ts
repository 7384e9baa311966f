import { error, fail } from '@sveltejs/kit';
import { lookForm, lookFrom } from '#lib/domain/audit/looks.ts';
import { namesIn } from '#lib/features/reports/event-details.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { parseForm } from '#lib/forms/parse-form.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import { say } from '#lib/server/messages.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as committee from '#lib/server/reports/committee.ts';
import { tellFindings } from '#lib/server/reports/findings.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The regulator reads a report as it is, and changes nothing by reading it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const [report, known] = await Promise.all([
		committee.readReport(client, params.reference, lookFrom(url.searchParams, 'supervision')),
		taxonomy.load(desk)
	]);
	if (!report) error(404);
	const contacts = report.contacts.map(({ contact_at }) => ({ contact_at: new Date(contact_at) }));
	return {
		report,
		hasOriginal: await committee.hasOriginal(client, params.reference),
		findings: tellFindings(report.findings, contacts, getLocale()),
		/** Names of the organisations that events speak of, by their ids. */
		names: await namesIn(report.events, (id) => organisations.load(desk, id)),
		choices: trendChoices(known, getLocale()),
		reasons: known.answer_reasons
	};
};

export const actions: Actions = {
	/** A form and no link: reading is written down, and nobody reads by accident. */
	read_original: async ({ locals, params, request }) => {
		const { client } = visitors.required(locals);
		const sent = parseForm(lookForm, await request.formData());
		if (!sent.ok) return fail(422, { originalRefused: say('error_purpose_needed') });
		try {
			const { desk } = locals;
			return { original: await committee.readOriginal(desk, client, params.reference, sent.value) };
		} catch (fault) {
			const refusal = refusalOf(fault);
			if (!refusal) throw fault;
			return fail(refusal.status, { originalRefused: say(`error_${refusal.reason}`) });
		}
	}
};
