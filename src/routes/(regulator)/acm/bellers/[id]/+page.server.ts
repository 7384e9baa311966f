import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { loadOne } from '#lib/server/callers/caller-pages.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [one, known] = await Promise.all([
		loadOne(visitors.required(locals).client, params.id),
		taxonomy.load(locals.desk)
	]);
	return { ...one, choices: trendChoices(known, getLocale()), mayHandle: false };
};
