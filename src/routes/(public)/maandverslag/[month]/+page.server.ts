import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { isMonth } from '#lib/domain/monthly/month-figures.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as monthly from '#lib/server/monthly/monthly.ts';
import { nameOfMonth, sayMonth } from '#lib/server/monthly/say-month.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk }, params }) => {
	if (!isMonth(params.month)) error(404);
	const released = await monthly.readReleased(desk.anonymous, `${params.month}-01`);
	if (!released) error(404);
	const locale = getLocale();
	return {
		month: params.month,
		name: nameOfMonth(released.month_on, locale),
		figures: released.figures,
		sentences: sayMonth(released.figures, locale).filter(
			({ id }) => !released.left_out.includes(id)
		),
		note: released.note,
		released_at: released.released_at,
		today: dayOf(desk.now())
	};
};
