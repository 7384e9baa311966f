import { error } from '@sveltejs/kit';
import { isMonth } from '#lib/domain/monthly/month-figures.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { giveOutMonth } from '#lib/server/monthly/give-out.ts';
import { writeMonth } from '#lib/server/monthly/month-pdf.ts';
import * as monthly from '#lib/server/monthly/monthly.ts';
import type { RequestHandler } from './$types.js';

/** The report on a month on paper, as it was released. */
export const GET: RequestHandler = async ({ locals: { desk }, params }) => {
	if (!isMonth(params.month)) error(404);
	const released = await monthly.readReleased(desk.anonymous, `${params.month}-01`);
	if (!released) error(404);
	return giveOutMonth(await writeMonth(released, desk.now(), getLocale()), params.month, true);
};
