import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import type { PageServerLoad } from './$types.js';

/** Whoever works for one organisation goes straight to it. */
export const load: PageServerLoad = ({ locals }) => {
	const { organisations, email } = visitors.required(locals);
	const [first, second] = organisations;
	if (first && !second) redirect(303, localizeHref(`/portaal/${first.slug}`));
	return {
		email,
		organisations: organisations.map(({ name, slug, level }) => ({ name, slug, level }))
	};
};
