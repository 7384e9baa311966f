import { error, type Handle } from '@sveltejs/kit';
import { bodyLimitOf } from '../guard/body-limits.ts';
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
		const body = atMost(announced === null ? most : 0, request.body);
		event.request = new Request(request, { body, duplex: 'half' } as RequestInit);
	}
	return resolve(event);
};

/** Lets bytes through, up to a number; then it breaks off. */
function atMost(most: number, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let seen = 0;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) return controller.close();
			seen += value.byteLength;
			if (seen <= most) return controller.enqueue(value);
			controller.error(tooLarge());
			// Who is still sending hears the answer only if we go on listening; the handler ends it.
			drain(reader).catch(() => {});
		},
		cancel: (reason) => reader.cancel(reason)
	});
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	while (!(await reader.read()).done);
}

function tooLarge(): unknown {
	try {
		return error(413, say('error_too_large'));
	} catch (refusal) {
		return refusal;
	}
}
