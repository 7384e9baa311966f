import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addMonths, monthOf } from '#lib/domain/calendar/days.ts';
import { blocklistFormatNames, blocklistFormats } from '#lib/domain/blocklist/formats.ts';
import { threshold } from '#lib/domain/trends/suppress.ts';
import type { PageServerLoad } from './$types.js';

const shownMonths = 12;

export const load: PageServerLoad = ({ locals }) => {
	const thisMonth = monthOf(dayOf(locals.desk.now()));
	return {
		threshold,
		reporters_needed: 3,
		/** Those that are over, the newest first. */
		months: Array.from({ length: shownMonths }, (_, index) => addMonths(thisMonth, -1 - index)),
		formats: blocklistFormatNames.map((name) => ({
			name,
			program: blocklistFormats[name].for,
			ending: blocklistFormats[name].ending
		}))
	};
};
