import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { id: string; status: number; body: string };

/** A message as it came over the line, to send again. */
export type Sent = { headers: Record<string, string>; body: string };

/**
 * A receiver as docs/webhooks.md tells to make one: checks the signature, refuses what is more than
 * five minutes off, and what it had before.
 */
export async function startReceiver(now: () => Date = () => new Date()) {
	const received: Received[] = [];
	const sent: Sent[] = [];
	const accepted = new Set<string>();
	let secret = '';
	let answers: number[] = [];

	function judge({ headers, body }: Sent): number {
		const id = headers['webhook-id'] ?? '';
		const timestamp = headers['webhook-timestamp'] ?? '';
		const expected = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
			.update(`${id}.${timestamp}.${body}`)
			.digest();
		const isSigned = (headers['webhook-signature'] ?? '').split(' ').some((signature) => {
			const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
			return given.length === expected.length && timingSafeEqual(given, expected);
		});
		if (!isSigned) return 401;
		if (Math.abs(now().getTime() / 1000 - Number(timestamp)) > 300) return 400;
		if (accepted.has(id)) return 409;
		const answer = answers.shift() ?? 204;
		if (answer < 300) accepted.add(id);
		return answer;
	}

	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const message = {
			headers: request.headers as Record<string, string>,
			body: Buffer.concat(chunks).toString()
		};
		sent.push(message);
		const status = judge(message);
		received.push({ id: message.headers['webhook-id'] ?? '', status, body: message.body });
		if (status === 302) response.setHeader('location', '/elsewhere');
		response.writeHead(status).end(status === 204 ? '' : 'Words that nobody may keep.');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	return {
		url,
		received,
		sent,
		/** The secret as the page showed it. */
		knows: (shown: string) => (secret = shown),
		/** What it answers to the next messages that are in order; 204 after that. */
		answerWith: (...statuses: number[]) => (answers = statuses),
		/** Posts something to itself, as somebody who listened in could. */
		post: async ({ headers, body }: Sent) =>
			(
				await fetch(url, {
					method: 'POST',
					body,
					headers: Object.fromEntries(
						Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))
					)
				})
			).status,
		close: () => new Promise((resolve) => server.close(resolve))
	};
}
