import { endpoint } from '#lib/server/api.ts';
import { openApi } from '#lib/server/openapi.ts';
import type { RequestEvent } from './$types';

/** The description of this API, for programs that read such. */
export const GET = endpoint(({ locals }: RequestEvent) => openApi(locals.desk.env.origin));
