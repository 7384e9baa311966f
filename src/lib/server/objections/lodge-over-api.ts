import { z } from 'zod';
import { objectionSubmission, type Ask } from '#lib/domain/objection/submission.ts';
import { readJson } from '../api/api.ts';
import type { Desk } from '../desk.ts';
import * as objections from './objections.ts';

const key = z.string().min(1).max(200, { error: 'error_too_long' }).optional();

/** Lodges what a script sends, as the form does; `ask` is what it asks unless it says. */
export async function lodgeOverApi(desk: Desk, request: Request, ask: Ask) {
	const clientKey = key.parse(request.headers.get('idempotency-key') ?? undefined);
	const body = await readJson(request);
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	const sent = objectionSubmission.parse(isObject ? { ask, ...body } : body);
	const lodged = await objections.lodge(desk, sent, {
		clientKey: clientKey && `api\0${clientKey}`
	});
	return { ...lodged, follow_url: `${desk.env.origin}/verzet/volgen` };
}
