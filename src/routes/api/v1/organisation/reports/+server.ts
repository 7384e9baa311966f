import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import type { RequestEvent } from './$types';

/** Reports about the organisation of the key, newest first. */
export const GET = organisationEndpoint(({ url }: RequestEvent, desk, keyHash) =>
	reportsByKey.list(
		desk,
		keyHash,
		reportsByKey.listQuestion.parse(Object.fromEntries(url.searchParams))
	)
);
