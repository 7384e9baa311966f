import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { runAct } from '#lib/forms/run-act.ts';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { refusalOf } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadOne } from '#lib/server/signals/signal-pages.ts';
import * as signals from '#lib/server/signals/signals.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { client, roles } = visitors.required(locals);
	const [one, known] = await Promise.all([loadOne(client, params.id), taxonomy.load(locals.desk)]);
	const mayHandle = roles.some((role) => role === 'committee' || role === 'moderator');
	const mayOpenCase = roles.includes('committee');
	return { ...one, choices: trendChoices(known, getLocale()), mayHandle, mayOpenCase };
};

const reason = z
	.string({ error: 'error_reason_needed' })
	.trim()
	.min(1, { error: 'error_reason_needed' })
	.max(2000, { error: 'error_too_long' });

export const actions: Actions = {
	see: async ({ locals, request, params }) => {
		const { client } = visitors.required(locals);
		const outcome = await runAct(request, {
			act: 'see',
			schema: z.object({}),
			perform: () => signals.see(client, Number(params.id)),
			say,
			refusalOf
		});
		if ('isDone' in outcome && outcome.isDone) redirect(303, here(params.id));
		return outcome;
	},
	dismiss: async ({ locals, request, params }) => {
		const { client } = visitors.required(locals);
		const outcome = await runAct(request, {
			act: 'dismiss',
			schema: z.object({ reason }),
			perform: (sent) => signals.dismiss(client, Number(params.id), sent.reason),
			say,
			refusalOf,
			pathOf: () => 'reason'
		});
		if ('isDone' in outcome && outcome.isDone) redirect(303, here(params.id));
		return outcome;
	}
};

const here = (id: string) => localizeHref(`/commissie/signalen/${id}`);
