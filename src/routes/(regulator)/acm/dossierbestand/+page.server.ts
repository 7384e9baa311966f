import { lookForm } from '#lib/domain/audit/looks.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as dossiers from '#lib/server/dossiers/dossiers.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import { readReportFilters } from '#lib/server/reports/report-list.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	const [files, read] = await Promise.all([
		dossiers.list(client),
		readReportFilters(locals.desk, url.searchParams)
	]);
	return { files, issues: read.issues, hasSelection: url.searchParams.size > 0, query: url.search };
};

export const actions: Actions = {
	/** The filters stand in the address, as in the list of reports. */
	dossier: async ({ locals, request, url }) => {
		const { client } = visitors.required(locals);
		const asked = new URLSearchParams(url.search);
		asked.delete('/dossier');
		const { filters } = await readReportFilters(locals.desk, asked);
		return runAct(request, {
			act: 'dossier',
			schema: lookForm,
			perform: ({ purpose }) =>
				dossiers.ask(locals.desk, client, 'regulator', { purpose }, filters ?? undefined),
			say,
			refusalOf,
			pathOf: (reason) => (reason === 'purpose_needed' ? 'purpose' : '')
		});
	}
};
