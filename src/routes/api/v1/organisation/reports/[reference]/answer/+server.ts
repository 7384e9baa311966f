import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { givenAnswer } from '#lib/domain/report/given-answer.ts';
import { readJson } from '#lib/server/api/api.ts';
import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import type { RequestEvent } from './$types';

/** Answers a report. */
export const POST = organisationEndpoint(
	async ({ params, request }: RequestEvent, desk, keyHash) => {
		const given = givenAnswer(dayOf(desk.now())).parse(await readJson(request));
		await reportsByKey.answer(desk, keyHash, params.reference, given);
		return new Response(null, { status: 204 });
	}
);
