import * as taxonomy from '#lib/server/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { clocks } = await taxonomy.load(locals.desk);
	return { answer_days: clocks.find(({ code }) => code === 'organisation_answer')!.amount };
};
