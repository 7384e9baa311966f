import { reportFilters } from '#lib/domain/report/list-filters.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import { say } from '../messages.ts';
import * as organisations from '../register/organisations.ts';
import { listReports, type ReportRow } from './committee.ts';

const mostOnPage = 50;

/** The filters that an address asks for, or what is wrong with the address. */
export async function readReportFilters(desk: Desk, address: URLSearchParams) {
	const values = Object.fromEntries(address);
	const asked = reportFilters.safeParse(values);
	const issues = asked.success
		? []
		: asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), text: say(message) }));
	const named = asked.data?.organisation
		? await organisations.search(desk, asked.data.organisation, 1)
		: undefined;
	if (named?.length === 0) {
		issues.push({ path: 'organisation', text: say('error_organisation_not_found') });
	}
	const typed = asked.data?.number;
	const read = {
		values,
		issues,
		organisation: named?.[0]?.name ?? null,
		/** The number that is asked for, as people write it; part of one as it was typed. */
		number: typed && 'number' in typed ? writeNumber(typed.number!) : (values.number ?? '')
	};
	if (!asked.success || issues.length > 0) return { ...read, filters: null, before: undefined };
	const { from, to, before, number, counted, caller, ...filters } = asked.data;
	delete filters.organisation;
	return {
		...read,
		before,
		filters: {
			...filters,
			...number,
			organisation_id: named?.[0]?.id,
			first_on: from,
			last_on: to,
			is_counted: counted && true,
			caller_id: caller
		}
	};
}

/** The list of reports that an address asks for, or what is wrong with the address. */
export async function loadReportList(desk: Desk, client: Client, address: URLSearchParams) {
	const { filters, before, ...read } = await readReportFilters(desk, address);
	const list = { ...read, states: reportStates };
	if (!filters) return { ...list, rows: [] as ReportRow[], older: null, isFirst: true };
	const rows = await listReports(client, filters, { before, most: mostOnPage + 1 });
	const shown = rows.slice(0, mostOnPage);
	return {
		...list,
		rows: shown,
		// One more than fits tells that there is a next page.
		older: rows.length > mostOnPage ? shown.at(-1)!.report_id : null,
		isFirst: before === undefined
	};
}
