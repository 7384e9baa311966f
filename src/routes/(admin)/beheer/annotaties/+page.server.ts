import type { Actions } from '@sveltejs/kit';
import { actOnForm, annotationForm } from '#lib/domain/upkeep/forms.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import { forgetTrends } from '#lib/server/trends/trends-cache.ts';
import * as referenceData from '#lib/server/upkeep/reference-data.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const all = await referenceData.listAnnotations(visitors.required(locals).client);
	const chosen = url.searchParams.get('kies');
	return {
		annotations: all.map((each) => ({ ...each, shown: formatShortDay(each.starts_on, locale) })),
		chosen: all.find(({ code }) => code === chosen) ?? null,
		isRemoving: url.searchParams.has('weg')
	};
};

export const actions: Actions = {
	keep: (event) =>
		act(event, 'keep', annotationForm, async (annotation, desk, client) => {
			await referenceData.keepAnnotation(desk, client, annotation);
			forgetTrends(desk);
		}),
	remove: (event) =>
		act(event, 'remove', actOnForm, async ({ id, reason }, desk, client) => {
			await referenceData.removeAnnotation(desk, client, id, reason);
			forgetTrends(desk);
		})
};
