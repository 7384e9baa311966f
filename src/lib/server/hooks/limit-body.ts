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
			body: atMost(most, request.body),
			duplex: 'half'
		} as RequestInit);
	}
	return resolve(event);
};

function atMost(most: number, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let size = 0;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) return controller.close();
			size += value.byteLength;
			if (size <= most) return controller.enqueue(value);
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
		error(413, 'Payload Too Large');
	} catch (refusal) {
		return refusal;
	}
}
