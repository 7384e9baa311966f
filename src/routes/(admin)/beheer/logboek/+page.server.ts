import { auditActs } from '#lib/domain/audit/looks.ts';
import * as trail from '#lib/server/audit/trail.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { PageServerLoad } from './$types.js';
import { trailFilters } from './trail-filters.ts';

const mostOnPage = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
	const values = Object.fromEntries(url.searchParams);
	const { before, ...filters } = trailFilters.parse(values);
	const looks = await trail.list(visitors.required(locals).client, filters, {
		before,
		most: mostOnPage + 1
	});
	const shown = looks.slice(0, mostOnPage);
	return {
		values,
		acts: auditActs,
		looks: shown,
		older: looks.length > mostOnPage ? shown.at(-1)!.audit_id : null,
		isFirst: before === undefined
	};
};
