import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import { giveOut } from '#lib/server/evidence/give-out.ts';
import type { RequestEvent } from './$types';

/** A file that a reporter shares with your organisation. */
export const GET = organisationEndpoint(async ({ params }: RequestEvent, desk, keyHash) =>
	giveOut(await reportsByKey.readFile(desk, keyHash, params.reference, params.id))
);
