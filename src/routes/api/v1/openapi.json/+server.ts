import { endpoint } from '#lib/server/api/api.ts';
import { openApi } from '#lib/server/api/openapi.ts';
import type { RequestEvent } from './$types';

/** The description of this API, for programs that read such. */
export const GET = endpoint(({ locals }: RequestEvent) => openApi(locals.desk.env.origin));
