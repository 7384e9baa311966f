import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import type { RequestEvent } from './$types';

/** One report about the organisation of the key. */
export const GET = organisationEndpoint(({ params }: RequestEvent, desk, keyHash) =>
	reportsByKey.read(desk, keyHash, params.reference)
);
