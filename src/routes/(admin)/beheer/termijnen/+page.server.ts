import type { Actions } from '@sveltejs/kit';
import { clockForm } from '#lib/domain/upkeep/forms.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as referenceData from '#lib/server/upkeep/reference-data.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const all = await referenceData.listClocks(visitors.required(locals).client);
	const clocks = all.map((clock) => ({
		...clock,
		label: locale === 'en' ? clock.label_en : clock.label_nl
	}));
	const chosen = url.searchParams.get('kies');
	return {
		clocks,
		chosen: clocks.find(({ code, least }) => code === chosen && least !== null) ?? null
	};
};

export const actions: Actions = {
	set: (event) =>
		act(event, 'set', clockForm, (set, desk, client) => referenceData.setClock(desk, client, set))
};
