import { endpoint } from '#lib/server/api/api.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { RequestEvent } from './$types';

/** All codes with their labels. */
export const GET = endpoint(({ locals }: RequestEvent) => taxonomy.load(locals.desk));
