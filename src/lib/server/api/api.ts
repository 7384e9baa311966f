import { json, type RequestEvent, type RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { Refused } from '../db/errors.ts';
import { secondsToWait, slowDownGuessing, type Limited } from '../guard/limits.ts';
import { say } from '../messages.ts';
import { problem } from './problem.ts';
import { InvalidSubmission } from '../reports/reports.ts';

/**
 * An endpoint of the API: what it returns becomes JSON, what it throws a problem (RFC 9457).
 * Reading is open to scripts of other sites.
 */
export function endpoint<Event extends RequestEvent>(
	answer: (event: Event) => unknown,
	{ limit = 'api', status = 200 }: { limit?: Limited; status?: number } = {}
): (event: Event) => Promise<Response> {
	return async (event) => {
		const response = await answerWithin(event, answer, limit, status);
		if (event.request.method === 'GET') response.headers.set('access-control-allow-origin', '*');
		return response;
	};
}

async function answerWithin<Event extends RequestEvent>(
	event: Event,
	answer: (event: Event) => unknown,
	limit: Limited,
	status: number
): Promise<Response> {
	try {
		const wait = await secondsToWait(event, limit);
		if (wait !== undefined) {
			return problem(429, say('error_too_many_requests'), {
				headers: { 'retry-after': String(wait) }
			});
		}
		const result = await answer(event);
		return result instanceof Response ? result : json(result, { status });
	} catch (error) {
		if (error instanceof Refused && error.reason === 'follow_code_unknown') {
			await slowDownGuessing(event);
		}
		return toProblem(event, error);
	}
}

function toProblem(event: RequestEvent, error: unknown): Response {
	if (error instanceof z.ZodError) {
		return wrongFields(
			error.issues.map(({ path, message }) => ({ path: pathOf(path), message: say(message) }))
		);
	}
	if (error instanceof InvalidSubmission) {
		return wrongFields(error.issues.map(({ path, message }) => ({ path, message: say(message) })));
	}
	if (error instanceof Refused) {
		const headers: Record<string, string> =
			error.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
		return problem(error.status, say(`error_${error.reason}`), { headers });
	}
	if (error instanceof SyntaxError) return problem(400, say('error_malformed_json'));
	const status = (error as { status?: unknown } | null)?.status;
	if (status === 413) return problem(413, say('error_too_large'));
	const { desk, request_id } = event.locals;
	desk.log.error({ event: 'fault', request_id, route: event.route.id ?? 'none' }, error);
	return problem(500, say('error_fault', { request_id }));
}

function wrongFields(errors: { path: string; message: string }[]): Response {
	return problem(422, say('error_wrong_fields'), { errors });
}

/** `contacts[0].on`, as forms and people write it. */
function pathOf(path: PropertyKey[]): string {
	return path.reduce<string>(
		(written, part) =>
			typeof part === 'number'
				? `${written}[${part}]`
				: written
					? `${written}.${String(part)}`
					: String(part),
		''
	);
}

/** The JSON of a request. Malformed JSON is a SyntaxError, too much of it an error with status 413. */
export async function readJson(request: Request): Promise<unknown> {
	return request.json();
}

export type { RequestHandler };
