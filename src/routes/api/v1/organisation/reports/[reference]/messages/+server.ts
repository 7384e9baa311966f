import { messageToReporter } from '#lib/domain/report/given-answer.ts';
import { readJson } from '#lib/server/api/api.ts';
import { organisationEndpoint } from '#lib/server/api/organisation-endpoint.ts';
import * as reportsByKey from '#lib/server/connections/reports-by-key.ts';
import type { RequestEvent } from './$types';

/** Writes to the reporter. */
export const POST = organisationEndpoint(
	async ({ params, request }: RequestEvent, desk, keyHash) => {
		const { text } = messageToReporter.parse(await readJson(request));
		await reportsByKey.sendMessage(desk, keyHash, params.reference, text);
		return new Response(null, { status: 204 });
	}
);
