import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { loadList } from '#lib/server/callers/caller-pages.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const [list, known] = await Promise.all([
		loadList(visitors.required(locals).client, url.searchParams),
		taxonomy.load(locals.desk)
	]);
	return { ...list, choices: trendChoices(known, getLocale()), mayHandle: false };
};
