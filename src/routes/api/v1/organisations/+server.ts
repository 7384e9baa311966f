import { endpoint } from '#lib/server/api/api.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import type { RequestEvent } from './$types';

/** Organisations by name, `?q=`. */
export const GET = endpoint(async ({ locals, url }: RequestEvent) => ({
	organisations: await organisations.search(locals.desk, url.searchParams.get('q') ?? '')
}));
