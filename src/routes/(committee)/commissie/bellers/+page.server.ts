import { error, redirect } from '@sveltejs/kit';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { loadList } from '#lib/server/callers/caller-pages.ts';
import { runCallers } from '#lib/server/callers/run.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Whoever is of the committee; the guard lets in moderators and administrators too. */
const mayRun = (roles: readonly string[]) => roles.includes('committee');

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client, roles } = visitors.required(locals);
	const [list, known] = await Promise.all([
		loadList(client, url.searchParams),
		taxonomy.load(locals.desk)
	]);
	return { ...list, choices: trendChoices(known, getLocale()), mayHandle: mayRun(roles) };
};

export const actions: Actions = {
	run: async ({ locals }) => {
		if (!mayRun(visitors.required(locals).roles)) error(403);
		await runCallers(locals.desk);
		redirect(303, localizeHref('/commissie/bellers'));
	}
};
