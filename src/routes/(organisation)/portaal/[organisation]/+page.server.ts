import { getLocale } from '#lib/paraglide/runtime.js';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import { toTasks } from './tasks.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { desk } = locals;
	const { organisation_id, slug } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const [known, overview] = await Promise.all([
		taxonomy.load(desk),
		inbox.loadOverview(client, organisation_id)
	]);
	const choices = trendChoices(known, getLocale());
	const labelOf = (code: string) =>
		choices.categories.find(({ value }) => value === code)?.label ?? code;
	return toTasks(overview, { slug, now: desk.now(), labelOf, locale: getLocale() });
};
