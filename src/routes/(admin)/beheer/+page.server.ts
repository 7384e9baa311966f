import * as visitors from '#lib/server/guard/visitors.ts';
import * as works from '#lib/server/upkeep/works.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
	counts: await works.count(visitors.required(locals).client)
});
