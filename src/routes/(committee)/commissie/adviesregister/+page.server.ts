import { isSettled } from '#lib/domain/cbt/states.ts';
import * as secretariat from '#lib/server/cbt/secretariat.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const all = await secretariat.list(visitors.required(locals).client);
	return {
		running: all.filter(({ state }) => !isSettled(state)),
		settled: all.filter(({ state }) => isSettled(state))
	};
};
