import { error } from '@sveltejs/kit';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as inbox from '#lib/server/reports/inbox.ts';
import { giveOutTable, isSheetFormat } from '#lib/server/spreadsheets/spreadsheet.ts';
import { readFilters } from '../inbox-filters.ts';
import { columnsOfCases } from './columns.ts';
import type { RequestHandler } from './$types.js';

/** The cases that the filters show, all pages, a row each; sent as they are read. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { organisation_id, slug } = visitors.ownOrganisationOf(locals, params.organisation);
	if (!isSheetFormat(params.format)) error(404);
	const { client } = visitors.required(locals);
	const asked = readFilters(url.searchParams);
	if (!asked.ok) error(422);
	const locale = getLocale();
	const known = await taxonomy.load(locals.desk);
	return giveOutTable(params.format, {
		name: `meldingen-${slug}`,
		columns: columnsOfCases(trendChoices(known, locale), known.answer_reasons, locale),
		pages: inbox.exportAll(client, organisation_id, asked.filters)
	});
};
