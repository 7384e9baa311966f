import { threshold } from '#lib/domain/trends/suppress.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

/** What the page tells of terms and limits is what the desk holds itself to. */
export const load: PageServerLoad = async ({ locals }) => {
	const { clocks } = await taxonomy.load(locals.desk);
	const lengthOf = (clock: string) => clocks.find(({ code }) => code === clock)!.amount;
	return {
		threshold,
		told_minutes: lengthOf('told_to_organisation'),
		// As in the function look_up_number.
		reporters_needed: 3,
		answer_days: lengthOf('organisation_answer'),
		contact_data_days: lengthOf('contact_data_erased'),
		narrative_months: lengthOf('narrative_erased')
	};
};
