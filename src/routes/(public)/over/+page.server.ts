import type { ClockCode } from '#lib/domain/calendar/clocks.ts';
import { threshold } from '#lib/domain/trends/suppress.ts';
import * as taxonomy from '#lib/server/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

/** What the page tells of terms and limits is what the desk holds itself to. */
export const load: PageServerLoad = async ({ locals }) => {
	const { clocks } = await taxonomy.load(locals.desk);
	const amountOf = (code: ClockCode) => clocks.find((clock) => clock.code === code)!.amount;
	return {
		threshold,
		// As in the function look_up_number.
		reporters_needed: 3,
		contact_data_days: amountOf('contact_data_erased'),
		narrative_years: amountOf('narrative_erased') / 12
	};
};
