import { z } from 'zod';
import { reportSubmission } from '#lib/domain/report/submission.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import * as reports from '#lib/server/reports/reports.ts';
import type { RequestEvent } from './$types';

const key = z.string().min(1).max(200, { error: 'error_too_long' }).optional();

/** Files a report, as the form does. */
export const POST = endpoint(
	async ({ locals, request }: RequestEvent) => {
		const clientKey = key.parse(request.headers.get('idempotency-key') ?? undefined);
		const sent = reportSubmission.parse(await readJson(request));
		const filed = await reports.file(locals.desk, sent, {
			clientKey: clientKey && `api\0${clientKey}`,
			origin: 'api'
		});
		return { ...filed, follow_url: `${locals.desk.env.origin}/volgen` };
	},
	{ limit: 'file_report', status: 201 }
);
