import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadOne } from '#lib/server/signals/signal-pages.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { client, roles } = visitors.required(locals);
	const [one, known] = await Promise.all([loadOne(client, params.id), taxonomy.load(locals.desk)]);
	const mayOpenCase = roles.includes('regulator');
	return { ...one, choices: trendChoices(known, getLocale()), mayHandle: false, mayOpenCase };
};
