import type { RequestEvent } from '@sveltejs/kit';
import { keyHashOf } from '../connections/api-keys.ts';
import type { Desk } from '../desk.ts';
import { secondsToWait } from '../guard/limits.ts';
import { say } from '../messages.ts';
import { endpoint } from './api.ts';
import { problem } from './problem.ts';

/** An endpoint for the programs of organisations: with a key, and counted per key. */
export function organisationEndpoint<Event extends RequestEvent>(
	answer: (event: Event, desk: Desk, keyHash: string) => unknown,
	status = 200
) {
	return endpoint(
		async (event: Event) => {
			const { desk } = event.locals;
			const keyHash = keyHashOf(desk, event.request);
			const wait = await secondsToWait(event, 'api_key', keyHash);
			if (wait !== undefined) {
				return problem(429, say('error_too_many_requests'), {
					headers: { 'retry-after': String(wait) }
				});
			}
			event.setHeaders({ 'cache-control': 'private, no-store' });
			return answer(event, desk, keyHash);
		},
		{ status }
	);
}
