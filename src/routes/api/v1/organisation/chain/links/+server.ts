import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as chainByKey from '#lib/server/connections/chain-by-key.ts';

/** Who works for the organisation of the key, and for whom it works. */
export const GET = organisationEndpoint((_, desk, keyHash) => chainByKey.listLinks(desk, keyHash));
