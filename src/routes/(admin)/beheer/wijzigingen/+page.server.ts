import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as works from '#lib/server/upkeep/works.ts';
import { changesOf, subjectOf } from './change-words.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const [known, events] = await Promise.all([
		taxonomy.load(locals.desk),
		works.listEvents(visitors.required(locals).client)
	]);
	return {
		events: events.map((event) => ({
			...event,
			subject: subjectOf(event, known, getLocale()),
			changes: changesOf(event, known, getLocale())
		}))
	};
};
