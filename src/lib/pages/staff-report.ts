import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { lookForm, lookFrom, type AuditPurpose } from '#lib/domain/audit/looks.ts';
import { namesIn } from '#lib/features/reports/event-details.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { parseForm } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as committee from '#lib/server/reports/committee.ts';
import { tellFindings } from '#lib/server/reports/findings.ts';

/*
 * One report for staff: what the committee and the regulator both read of it.
 */

type Event = RequestEvent<{ reference: string }>;

/** @param purpose what it is read for, when the address does not say. */
export async function loadReportPage(
	{ locals, params, url }: Pick<Event, 'locals' | 'params' | 'url'>,
	purpose: AuditPurpose
) {
	const { desk } = locals;
	const { client } = visitors.required(locals);
	const [report, known] = await Promise.all([
		committee.readReport(client, params.reference, lookFrom(url.searchParams, purpose)),
		taxonomy.load(desk)
	]);
	if (!report) error(404);
	const contacts = report.contacts.map(({ contact_at }) => ({ contact_at: new Date(contact_at) }));
	const [names, hasOriginal] = await Promise.all([
		namesIn(report.events, (id) => organisations.load(desk, id)),
		committee.hasOriginal(client, params.reference)
	]);
	return {
		report,
		hasOriginal,
		findings: tellFindings(report.findings, contacts, getLocale()),
		/** Names of the organisations that events speak of, by their ids. */
		names,
		choices: trendChoices(known, getLocale()),
		reasons: known.answer_reasons
	};
}

/** A form and no link: reading is written down, and nobody reads by accident. */
export async function readOriginal({ locals, params, request }: Event) {
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
