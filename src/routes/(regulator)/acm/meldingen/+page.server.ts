import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadReportList } from '#lib/server/reports/report-list.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	return {
		...(await loadReportList(locals.desk, client, url.searchParams)),
		choices: trendChoices(await taxonomy.load(locals.desk), getLocale())
	};
};
