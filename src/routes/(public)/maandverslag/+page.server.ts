import { getLocale } from '#lib/paraglide/runtime.js';
import * as monthly from '#lib/server/monthly/monthly.ts';
import { nameOfMonth } from '#lib/server/monthly/say-month.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk } }) => ({
	months: (await monthly.listReleased(desk.anonymous)).map((month_on) => ({
		month: month_on.slice(0, 7),
		name: nameOfMonth(month_on, getLocale())
	}))
});
