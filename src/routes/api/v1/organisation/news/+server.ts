import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import type { RequestEvent } from './$types';

/** What reporters wrote and judged since a moment. */
export const GET = organisationEndpoint(({ url }: RequestEvent, desk, keyHash) => {
	const { since } = reportsByKey.newsQuestion.parse(Object.fromEntries(url.searchParams));
	return reportsByKey.listNews(desk, keyHash, since);
});
