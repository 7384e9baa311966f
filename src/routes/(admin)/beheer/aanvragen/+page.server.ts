import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as claims from '#lib/server/organisations/claims.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { reasonField } from './reason-field.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const locale = getLocale();
	const [all, known] = await Promise.all([
		claims.list(visitors.required(locals).client),
		taxonomy.load(locals.desk)
	]);
	const { sectors } = trendChoices(known, locale);
	const told = all.map((claim) => ({
		...claim,
		sector: sectors.find(({ value }) => value === claim.sector)?.label ?? claim.sector,
		moment: formatMoment(claim.decided_at ?? claim.claimed_at, locale)
	}));
	return {
		waiting: told.filter(({ state }) => state === 'waiting').reverse(),
		settled: told.filter(({ state }) => state !== 'waiting')
	};
};

const judgement = z.object({
	claim_id: z.uuid(),
	judgement: z.enum(['grant', 'refuse'], { error: 'error_judgement' }),
	reason: z
		.string({ error: 'error_reason_needed' })
		.trim()
		.min(1, { error: 'error_reason_needed' })
		.max(2000, { error: 'error_too_long' })
});

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const data = await request.formData();
		const field = reasonField(String(data.get('claim_id')));
		const giveBack = (status: number, issues: { path: string; message: string }[]) =>
			fail(status, {
				isDone: false,
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({
					path: path === 'reason' ? field : path,
					text: say(message)
				}))
			});
		data.set('reason', String(data.get(field) ?? ''));
		const sent = parseForm(judgement, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		const { claim_id, reason } = sent.value;
		const is_granted = sent.value.judgement === 'grant';
		try {
			const { client } = visitors.required(locals);
			await claims.judge(locals.desk, client, claim_id, { is_granted, reason });
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: '', message: `error_${refusal.reason}` }]);
		}
		return { isDone: true, values: {}, issues: [] };
	}
};
