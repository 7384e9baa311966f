import { error } from '@sveltejs/kit';
import { namesIn } from '#lib/features/reports/event-details.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as committee from '#lib/server/reports/committee.ts';
import { tellFindings } from '#lib/server/reports/findings.ts';
import type { PageServerLoad } from './$types.js';

/** The regulator reads a report as it is, and changes nothing by reading it. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const [report, known] = await Promise.all([
		committee.readReport(client, params.reference),
		taxonomy.load(desk)
	]);
	if (!report) error(404);
	const contacts = report.contacts.map(({ contact_at }) => ({ contact_at: new Date(contact_at) }));
	return {
		report,
		findings: tellFindings(report.findings, contacts, getLocale()),
		/** Names of the organisations that events speak of, by their ids. */
		names: await namesIn(report.events, (id) => organisations.load(desk, id)),
		choices: trendChoices(known, getLocale()),
		reasons: known.answer_reasons
	};
};
