import { reportStates } from '#lib/domain/report/states.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as committee from '#lib/server/reports/committee.ts';
import { say } from '#lib/server/messages.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { PageServerLoad } from './$types.js';
import { reportFilters } from './report-filters.ts';

const mostOnPage = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { desk } = locals;
	const values = Object.fromEntries(url.searchParams);
	const asked = reportFilters.safeParse(values);
	const issues = asked.success
		? []
		: asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), text: say(message) }));
	const [known, named] = await Promise.all([
		taxonomy.load(desk),
		asked.data?.organisation ? organisations.search(desk, asked.data.organisation, 1) : undefined
	]);
	if (named?.length === 0) {
		issues.push({ path: 'organisation', text: say('error_organisation_not_found') });
	}
	const page = {
		values,
		issues,
		organisation: named?.[0]?.name ?? null,
		choices: trendChoices(known, getLocale()),
		states: reportStates
	};
	if (!asked.success || issues.length > 0) return { ...page, rows: [], older: null, isFirst: true };

	const { from, to, before, kind, channel, category, sector, province, state, number } = asked.data;
	const filters = { kind, channel, category, sector, province, state, number };
	const rows = await committee.listReports(
		visitors.required(locals).client,
		{ ...filters, organisation_id: named?.[0]?.id, first_on: from, last_on: to },
		{ before, most: mostOnPage + 1 }
	);
	const shown = rows.slice(0, mostOnPage);
	return {
		...page,
		rows: shown,
		// One more than fits tells that there is a next page.
		older: rows.length > mostOnPage ? shown.at(-1)!.report_id : null,
		isFirst: before === undefined
	};
};
