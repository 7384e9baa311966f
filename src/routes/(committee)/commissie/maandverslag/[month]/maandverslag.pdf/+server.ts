import { error } from '@sveltejs/kit';
import { isMonth } from '#lib/domain/monthly/month-figures.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import { giveOutMonth } from '#lib/server/monthly/give-out.ts';
import { writeMonth } from '#lib/server/monthly/month-pdf.ts';
import * as monthly from '#lib/server/monthly/monthly.ts';
import type { RequestHandler } from './$types.js';

/** The report on a month on paper, released or not. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { desk } = locals;
	if (!isMonth(params.month)) error(404);
	const month_on = `${params.month}-01`;
	const { client } = visitors.required(locals);
	const released = await monthly.readReleased(client, month_on);
	const report = released ?? {
		figures: await monthly.figuresOf(desk, month_on),
		left_out: [],
		note: null,
		released_at: null
	};
	return giveOutMonth(await writeMonth(report, desk.now(), getLocale()), params.month, false);
};
