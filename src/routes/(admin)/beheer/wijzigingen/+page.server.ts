import * as visitors from '#lib/server/guard/visitors.ts';
import * as works from '#lib/server/upkeep/works.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
	events: (await works.listEvents(visitors.required(locals).client)).map((event) => ({
		...event,
		changes: changesIn(event)
	}))
});

/** What became another value, where both are known. */
function changesIn({ before, after }: works.UpkeepEvent) {
	if (!before || !after) return [];
	return Object.keys(after)
		.filter((name) => String(before[name]) !== String(after[name]))
		.map((name) => ({ name, before: String(before[name] ?? ''), after: String(after[name]) }));
}
