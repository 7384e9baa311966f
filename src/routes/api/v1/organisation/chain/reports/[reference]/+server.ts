import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as chainByKey from '#lib/server/connections/chain-by-key.ts';
import type { RequestEvent } from './$types';

/** One report as the chain of the organisation of the key sees it. */
export const GET = organisationEndpoint(({ params }: RequestEvent, desk, keyHash) =>
	chainByKey.readReport(desk, keyHash, params.reference)
);
