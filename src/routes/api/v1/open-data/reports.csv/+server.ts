import { monthQuery } from '#lib/domain/open-data/month.ts';
import { endpoint } from '#lib/server/api/api.ts';
import { keptSeconds, reportsOf } from '#lib/server/open-data/open-data.ts';
import type { RequestEvent } from './$types';

/** The reports of a month, without anything by which somebody could be known. */
export const GET = endpoint(async ({ locals, url }: RequestEvent) => {
	const { month } = monthQuery.parse(Object.fromEntries(url.searchParams));
	return new Response(await reportsOf(locals.desk, `${month}-01`), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="gehoord-${month}.csv"`,
			'cache-control': `public, max-age=${keptSeconds}`
		}
	});
});
