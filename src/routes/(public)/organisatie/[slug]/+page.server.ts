import { error } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { toQuestion, type TrendsQuery } from '#lib/domain/trends/question.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as hearings from '#lib/server/cases/hearings.ts';
import * as publicOrganisations from '#lib/server/register/public-organisations.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { loadKept } from '#lib/server/trends/trends-cache.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk }, params }) => {
	const [organisation, known] = await Promise.all([
		publicOrganisations.load(desk, params.slug),
		taxonomy.load(desk)
	]);
	if (!organisation) error(404);
	const { from, to } = organisation.answers;
	const trendBy = (query: Partial<TrendsQuery>) =>
		loadKept(
			desk,
			toQuestion(
				{ from, to, interval: 'month', organisation: organisation.id, ...query } as TrendsQuery,
				desk.now()
			)
		);
	const [byKind, byCategory, decisions] = await Promise.all([
		trendBy({ group_by: 'kind' }),
		trendBy({ group_by: 'category', kind: 'complaint' }),
		hearings.listDecisions(desk.anonymous, organisation.id)
	]);
	const sector = known.sectors.find(({ code }) => code === organisation.sector);
	return {
		organisation,
		sector:
			!sector || sector.code === 'unknown'
				? null
				: getLocale() === 'en'
					? sector.label_en
					: sector.label_nl,
		trends: { byKind, byCategory },
		/** What the committee decided and published. */
		decisions,
		annotations: known.annotations,
		today: dayOf(desk.now())
	};
};
