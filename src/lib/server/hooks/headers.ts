import type { Handle } from '@sveltejs/kit';

/** What every answer carries besides the content security policy, which the pages have. */
export const secureHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
	if (event.url.protocol === 'https:') {
		headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
	}
	if (event.locals.visitor) headers.set('cache-control', 'private, no-store');
	return response;
};
