import { endpoint } from '#lib/server/api/api.ts';
import { lodgeOverApi } from '#lib/server/objections/lodge-over-api.ts';
import type { RequestEvent } from './$types';

/** Lodges a request for proof of consent, as the form does. */
export const POST = endpoint(
	({ locals, request }: RequestEvent) => lodgeOverApi(locals.desk, request, 'proof'),
	{ limit: 'lodge_objection', status: 201 }
);
