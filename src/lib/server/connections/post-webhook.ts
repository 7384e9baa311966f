import { request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { checkTarget, lookupPublic, TargetRefused } from './webhook-targets.ts';

/** What came of an attempt: received by an answer of 2xx. */
export type Answer = { is_received: boolean; is_gone: boolean; answer: string };

const patienceMs = 10_000;

/** Posts one message and tells what was answered: a status or a code, never what the address wrote. */
export async function postWebhook(
	address: string,
	headers: Record<string, string>,
	body: string,
	{ isAnyAllowed }: { isAnyAllowed: boolean }
): Promise<Answer> {
	try {
		const url = new URL(address);
		checkTarget(url, { isAnyAllowed });
		const status = await send(url, body, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'content-length': Buffer.byteLength(body),
				'user-agent': 'Gehoord-webhooks/1',
				...headers
			},
			...(!isAnyAllowed && { lookup: lookupPublic }),
			agent: false,
			signal: AbortSignal.timeout(patienceMs)
		});
		return {
			is_received: status >= 200 && status < 300,
			is_gone: status === 410,
			answer: String(status)
		};
	} catch (error) {
		return { is_received: false, is_gone: false, answer: codeOf(error) };
	}
}

function send(url: URL, body: string, options: RequestOptions): Promise<number> {
	return new Promise((resolve, reject) => {
		const request = url.protocol === 'https:' ? requestSecure : requestPlain;
		const sent = request(url, options, (response) => {
			// Nobody reads what is written back.
			response.destroy();
			resolve(response.statusCode ?? 0);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

function codeOf(error: unknown): string {
	if (error instanceof TargetRefused) return error.code;
	const { code, name } = error as { code?: string; name?: string };
	if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
	return String(code ?? name ?? 'failed').slice(0, 60);
}
