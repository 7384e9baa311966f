import { error, type Handle } from '@sveltejs/kit';

const kilobytes = 1024;
const megabytes = 1024 * kilobytes;

/** What a request may carry where it carries no files: a form with its text. */
const usual = 256 * kilobytes;

/** Where files may come along: five of 5 MB and a form around them, or one. */
const withFiles: Record<string, number> = {
	'/(public)/melden': 27 * megabytes,
	'/(public)/volgen': 27 * megabytes,
	'/(public)/melden/bestand': 6 * megabytes,
	'/api/v1/reports/mine/evidence': 6 * megabytes
};

/** Stops reading what is larger than its address needs, however it is sent. */
export const limitBody: Handle = ({ event, resolve }) => {
	const { request } = event;
	if (request.body) {
		const most = withFiles[event.route.id ?? ''] ?? usual;
		event.request = new Request(request, {
			body: request.body.pipeThrough(atMost(most)),
			duplex: 'half'
		} as RequestInit);
	}
	return resolve(event);
};

function atMost(bytes: number) {
	let size = 0;
	return new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			size += chunk.byteLength;
			if (size <= bytes) return controller.enqueue(chunk);
			try {
				error(413, 'Payload Too Large');
			} catch (tooLarge) {
				controller.error(tooLarge);
			}
		}
	});
}
