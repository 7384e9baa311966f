import type { Handle } from '@sveltejs/kit';
import { say } from '../messages.ts';
import { problem } from '../api/problem.ts';

const reasons: Record<number, string> = {
	404: 'error_no_such_address',
	405: 'error_method_not_allowed'
};

/** What no endpoint answered, such as another method, is refused in the words of the API too. */
export const apiRefusals: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const isOurs = response.headers.get('content-type')?.includes('json');
	const reason = reasons[response.status];
	if (!event.url.pathname.startsWith('/api/') || isOurs || !reason) return response;
	const allow = response.headers.get('allow');
	return problem(response.status, say(reason), { headers: allow ? { allow } : {} });
};
