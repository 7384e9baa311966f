import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as chainByKey from '#lib/server/connections/chain-by-key.ts';
import type { RequestEvent } from './$types';

/** Reports of other organisations that the organisation of the key reads as a link, newest first. */
export const GET = organisationEndpoint(({ url }: RequestEvent, desk, keyHash) =>
	chainByKey.listReports(
		desk,
		keyHash,
		chainByKey.chainQuestion.parse(Object.fromEntries(url.searchParams))
	)
);
