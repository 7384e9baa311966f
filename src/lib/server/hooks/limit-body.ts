import { error, type Handle } from '@sveltejs/kit';
import { bodyLimitOf } from '../body-limits.ts';
import { say } from '../messages.ts';

/**
 * Refuses what is larger than its route takes: at once when it says so, else while it comes in.
 * Whoever reads the body meets the refusal, so that a page answers as a page and the API as the API.
 */
export const limitBody: Handle = async ({ event, resolve }) => {
	const { request, route } = event;
	const most = bodyLimitOf(route.id);
	const announced = request.headers.get('content-length');
	if (request.body && !(announced !== null && Number(announced) <= most)) {
		const body = request.body.pipeThrough(atMost(announced === null ? most : 0));
		event.request = new Request(request, { body, duplex: 'half' } as RequestInit);
	}
	return resolve(event);
};

/** Lets bytes through, up to a number; then it breaks off. */
function atMost(most: number) {
	let seen = 0;
	return new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			seen += chunk.byteLength;
			if (seen <= most) controller.enqueue(chunk);
			else controller.error(tooLarge());
		}
	});
}

function tooLarge(): unknown {
	try {
		return error(413, say('error_too_large'));
	} catch (refusal) {
		return refusal;
	}
}
