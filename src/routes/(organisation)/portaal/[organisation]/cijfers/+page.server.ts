import { fail } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addMonths, monthOf } from '#lib/domain/calendar/days.ts';
import { declaredContacts } from '#lib/domain/figures/declared-contacts.ts';
import { isAtLeast } from '#lib/domain/people/roles.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import { toQuestion, type TrendsQuery } from '#lib/domain/trends/question.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as ownFigures from '#lib/server/trends/own-figures.ts';
import { loadOwn } from '#lib/server/trends/trends.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The periods to choose from, in months up to this one. */
const choosable = [3, 12, 24];
const usualMonths = 12;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { desk } = locals;
	const own = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const asked = Number(url.searchParams.get('months'));
	const months = choosable.includes(asked) ? asked : usualMonths;
	const now = desk.now();
	const today = dayOf(now);
	const period = { from: monthOf(addMonths(monthOf(today), 1 - months)), to: today };
	const organisation = own.organisation_id;
	const trendBy = (query: Partial<TrendsQuery>) =>
		loadOwn(desk, client, {
			...toQuestion({ ...period, interval: 'month', ...query } as TrendsQuery, now),
			organisation
		});
	const [known, figures, rates, declared, byKind, byCategory, byPraise] = await Promise.all([
		taxonomy.load(desk),
		ownFigures.load(desk, client, organisation, period),
		ownFigures.loadRates(client, organisation, period),
		ownFigures.loadDeclared(client, organisation),
		trendBy({ group_by: 'kind' }),
		trendBy({ group_by: 'category', kind: 'complaint' }),
		trendBy({ group_by: 'category', kind: 'compliment' })
	]);
	return {
		months,
		choosable,
		period,
		today,
		figures: {
			...figures,
			numbers: figures.numbers.map(({ name, ...counts }) => ({
				...counts,
				name: name && writeNumber(name)
			}))
		},
		rates,
		declared,
		trends: { byKind, byCategory, byPraise },
		annotations: known.annotations,
		channels: trendChoices(known, getLocale()).channels,
		canDeclare: isAtLeast(own.level, 'handler')
	};
};

type Returned = {
	isDone: boolean;
	values: FormValues;
	issues: { path: string; text: string }[];
};

export const actions: Actions = {
	declare: async ({ locals, params, request }) => {
		const own = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
		const data = await request.formData();
		const giveBack = (status: number, issues: { path: string; message: string }[]) =>
			fail<Returned>(status, {
				isDone: false,
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
			});
		const sent = parseForm(declaredContacts, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		try {
			const { client } = visitors.required(locals);
			await ownFigures.declare(client, own.organisation_id, sent.value);
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: 'month', message: `error_${refusal.reason}` }]);
		}
		return { isDone: true, values: {}, issues: [] } satisfies Returned;
	}
};
