import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { loadShortlist } from '#lib/server/cases/load-shortlist.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { desk } = locals;
	const [shortlist, known] = await Promise.all([
		loadShortlist(desk, visitors.required(locals).client, url.searchParams),
		taxonomy.load(desk)
	]);
	return {
		...shortlist,
		choices: trendChoices(known, getLocale()),
		practices: known.categories.filter(({ kind }) => kind === 'complaint').map(({ code }) => code)
	};
};
