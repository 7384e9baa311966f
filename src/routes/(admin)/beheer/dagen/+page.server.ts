import type { Actions } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { actOnForm, mourningDayForm } from '#lib/domain/upkeep/forms.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as referenceData from '#lib/server/upkeep/reference-data.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const year = Number(dayOf(locals.desk.now()).slice(0, 4));
	const days = await referenceData.listMourningDays(visitors.required(locals).client);
	const shown = days.map((each) => ({ ...each, shown: formatDay(each.day, locale) }));
	const chosen = url.searchParams.get('kies');
	return {
		mourning: shown,
		chosen: shown.find(({ day }) => day === chosen) ?? null,
		years: [year, year + 1].map((each) => ({
			year: each,
			days: referenceData
				.forbiddenDays(each)
				.map(({ day, isEveningOnly }) => ({ day: formatDay(day, locale), isEveningOnly }))
		}))
	};
};

export const actions: Actions = {
	add: (event) =>
		act(event, 'add', mourningDayForm, (day, desk, client) =>
			referenceData.addMourningDay(desk, client, day)
		),
	remove: (event) =>
		act(event, 'remove', actOnForm, ({ id, reason }, desk, client) =>
			referenceData.removeMourningDay(desk, client, id, reason)
		)
};
