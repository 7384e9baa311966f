import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { isMonth } from '#lib/domain/monthly/month-figures.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as monthly from '#lib/server/monthly/monthly.ts';
import { nameOfMonth, sayMonth } from '#lib/server/monthly/say-month.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { desk } = locals;
	const month_on = `${params.month}-01`;
	if (!isMonth(params.month)) error(404);
	const { client, roles } = visitors.required(locals);
	const released = await monthly.readReleased(client, month_on);
	const figures = released?.figures ?? (await monthly.figuresOf(desk, month_on));
	const locale = getLocale();
	return {
		month: params.month,
		name: nameOfMonth(month_on, locale),
		figures,
		sentences: sayMonth(figures, locale),
		left_out: released?.left_out ?? [],
		note: released?.note ?? null,
		released_at: released?.released_at ?? null,
		isOver: month_on < `${dayOf(desk.now()).slice(0, 7)}-01`,
		mayRelease: roles.includes('committee'),
		today: dayOf(desk.now())
	};
};

const releaseForm = z.object({
	/** The sentences that stay. */
	kept: z.array(z.string().max(80)).default([]),
	note: z.string().trim().max(3000, { error: 'error_too_long' }).optional()
});

export const actions: Actions = {
	release: async ({ locals, params, request }) => {
		const { desk } = locals;
		const { client } = visitors.required(locals);
		if (!isMonth(params.month)) error(404);
		const month_on = `${params.month}-01`;
		return runAct(request, {
			act: 'release',
			schema: releaseForm,
			perform: async ({ kept, note }) => {
				const said = sayMonth(await monthly.figuresOf(desk, month_on), getLocale());
				const left_out = said.map(({ id }) => id).filter((id) => !kept.includes(id));
				await monthly.release(desk, client, month_on, { left_out, note });
			},
			say,
			refusalOf
		});
	}
};
