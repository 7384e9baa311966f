import { timingSafeEqual } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { registry } from '#lib/server/metrics.ts';
import type { RequestHandler } from './$types';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For Prometheus: from this machine and through no proxy, or with the token. */
export const GET: RequestHandler = async ({ getClientAddress, locals, request }) => {
	const { metricsToken } = locals.desk.env;
	const isAllowed = metricsToken
		? isSame(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`)
		: loopback.has(getClientAddress()) && !request.headers.has('x-forwarded-for');
	if (!isAllowed) error(403);
	return new Response(await registry.metrics(), {
		headers: { 'content-type': registry.contentType }
	});
};

function isSame(given: string, wanted: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}
