import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as merging from '#lib/server/organisations/merging.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	const query = (url.searchParams.get('q') ?? '').slice(0, 120);
	const [organisations, duplicates, known] = await Promise.all([
		merging.list(client, query),
		merging.likelyDuplicates(client),
		taxonomy.load(locals.desk)
	]);
	const { sectors } = trendChoices(known, getLocale());
	const sectorOf = (code: string | null) =>
		sectors.find(({ value }) => value === code)?.label ?? code ?? '';
	return {
		query,
		duplicates,
		organisations: organisations.map((organisation) => ({
			...organisation,
			sector: sectorOf(organisation.sector),
			asked_sector: sectorOf(organisation.asked_sector)
		}))
	};
};
