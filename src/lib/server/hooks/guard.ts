import { error, redirect, type Handle } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Role } from '#lib/domain/people/roles.ts';
import { recognise } from '../guard/visitors.ts';

/** Who may enter which part of the house. The database asks again. */
const entrances: Record<string, readonly Role[]> = {
	'/(committee)': ['moderator', 'committee', 'administrator'],
	'/(regulator)': ['regulator'],
	'/(organisation)': ['organisation_member'],
	'/(admin)': ['administrator']
};

/** Parts where it matters who somebody is, without a role being needed. */
const recognising = ['/(public)/inloggen', '/(public)/uitloggen'];

/**
 * Keeps the guarded parts shut. It stands here because a layout's load does not run before an
 * action or an endpoint.
 */
export const guard: Handle = async ({ event, resolve }) => {
	const route = event.route.id ?? '';
	const entrance = Object.entries(entrances).find(([part]) => route.startsWith(`${part}/`));
	if (entrance || recognising.some((part) => route.startsWith(part))) {
		event.locals.visitor = await recognise(event.locals.desk, event.cookies);
	}
	if (entrance) {
		if (!event.locals.visitor) {
			const next = encodeURIComponent(event.url.pathname + event.url.search);
			redirect(303, localizeHref(`/inloggen?next=${next}`));
		}
		if (!event.locals.visitor.roles.some((role) => entrance[1].includes(role))) error(403);
	}
	return resolve(event);
};
