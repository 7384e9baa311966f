import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { requestSeconds } from '../metrics.ts';

/** One line in the log and one observation for every request, whatever comes of it. */
export const observe: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.request_id = randomUUID();
	let status = 500;
	try {
		const response = await resolve(event);
		status = response.status;
		response.headers.set('x-request-id', event.locals.request_id);
		return response;
	} finally {
		const ms = performance.now() - started;
		const line = {
			request_id: event.locals.request_id,
			route: event.route.id ?? 'none',
			method: event.request.method,
			status,
			role: event.locals.visitor?.roles[0] ?? 'public'
		};
		event.locals.desk.log.info({ event: 'request', ...line, ms: Math.round(ms) });
		const { route, method } = line;
		requestSeconds.observe({ route, method, status: String(status) }, ms / 1000);
	}
};

/** A fault is logged with its number, and the visitor is shown that number and nothing else. */
export const handleFault: HandleServerError = ({ error, event, status, message }) => {
	const { request_id, desk } = event.locals;
	if (status >= 500) {
		desk?.log.error({ event: 'fault', request_id, route: event.route.id ?? 'none' }, error);
	}
	return { message, request_id };
};
