import { stringify } from 'csv-stringify/sync';
import { error } from '@sveltejs/kit';
import { lastDayOf } from '#lib/domain/calendar/days-left.ts';
import { m } from '#lib/paraglide/messages.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import { readFilters } from '../inbox-filters.ts';
import type { RequestHandler } from './$types.js';

/** The cases that the filters show, all pages, a row each; sent as they are read. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	const { organisation_id, slug } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const asked = readFilters(url.searchParams);
	if (!asked.ok) error(422);
	const pages = inbox.exportAll(client, organisation_id, asked.filters);
	let isBegun = false;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			if (!isBegun) {
				isBegun = true;
				// A spreadsheet knows by the mark that it is UTF-8.
				controller.enqueue(
					bytesOf(`\ufeff${inCsv([Object.values(columns).map((label) => label())])}`)
				);
				return;
			}
			const { value: rows, done } = await pages.next();
			if (done) controller.close();
			else controller.enqueue(bytesOf(inCsv(rows.map(toCells))));
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="meldingen-${slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A cell that a spreadsheet would reckon with is text: a reporter may have typed it. */
const inCsv = (rows: unknown[][]) => stringify(rows, { escape_formulas: true });

const columns = {
	reference: m.committee_reference,
	own_reference: m.portal_own_reference,
	kind: m.trends_kind,
	channel: m.trends_channel,
	categories: m.trends_category,
	caller_number: m.committee_number,
	delivered_on: m.portal_delivered_on,
	due_on: m.portal_due_on,
	state: m.committee_state,
	outcome: m.portal_outcome,
	narrative: m.committee_narrative,
	answer_type: m.portal_answer_type,
	reason: m.portal_answer_reason,
	answer: m.portal_answer,
	answered_at: m.portal_answered_at,
	promise_due_on: m.portal_promise_due_on,
	verdict: m.portal_verdict,
	verdict_text: m.portal_verdict_text
};

function toCells(row: inbox.ExportedReport): (string | null)[] {
	const { answer, ...rest } = row;
	const flat: Record<keyof typeof columns, string | null> = {
		...rest,
		categories: row.categories.join(' '),
		due_on: lastDayOf(row.due_at),
		answer_type: answer?.answer_type ?? null,
		reason: answer?.reason ?? null,
		answer: answer?.text ?? null,
		answered_at: answer?.answered_at ?? null,
		promise_due_on: answer?.promise_due_on ?? null,
		verdict: answer?.verdict ?? null,
		verdict_text: answer?.verdict_text ?? null
	};
	return (Object.keys(columns) as (keyof typeof columns)[]).map((name) => flat[name]);
}
