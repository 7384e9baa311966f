import type { RequestEvent } from '@sveltejs/kit';
import { lookForm } from '#lib/domain/audit/looks.ts';
import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as dossiers from '#lib/server/dossiers/dossiers.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import { readReportFilters } from '#lib/server/reports/report-list.ts';

/*
 * The dossiers of a selection of reports: the same page for the committee and for the regulator.
 */

export async function loadDossiers({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const { client } = visitors.required(locals);
	const [files, read] = await Promise.all([
		dossiers.list(client),
		readReportFilters(locals.desk, url.searchParams)
	]);
	return { files, issues: read.issues, hasSelection: url.searchParams.size > 0, query: url.search };
}

/** Has a dossier made; the filters stand in the address, as in the list of reports. */
export function dossiersActions(desk: StaffDesk) {
	return {
		dossier: async ({ locals, request, url }: RequestEvent) => {
			const { client } = visitors.required(locals);
			const asked = new URLSearchParams(url.search);
			asked.delete('/dossier');
			const { filters } = await readReportFilters(locals.desk, asked);
			return runAct(request, {
				act: 'dossier',
				schema: lookForm,
				perform: ({ purpose }) =>
					dossiers.ask(locals.desk, client, desk, { purpose }, filters ?? undefined),
				say,
				refusalOf,
				pathOf: (reason) => (reason === 'purpose_needed' ? 'purpose' : '')
			});
		}
	};
}
