import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as monthly from '#lib/server/monthly/monthly.ts';
import { nameOfMonth } from '#lib/server/monthly/say-month.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const released = new Set(await monthly.listReleased(visitors.required(locals).client));
	return {
		months: monthly.monthsOver(locals.desk).map((month_on) => ({
			month: month_on.slice(0, 7),
			name: nameOfMonth(month_on, getLocale()),
			is_released: released.has(month_on)
		}))
	};
};
