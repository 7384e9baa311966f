import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadOverview } from '#lib/server/trends/overview.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	return {
		...(await loadOverview(locals.desk, client, Number(url.searchParams.get('days')))),
		choices: trendChoices(await taxonomy.load(locals.desk), getLocale())
	};
};
