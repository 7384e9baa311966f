import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types.js';

/** The search form works without a script, so it comes here first. */
export const load: PageServerLoad = ({ url }) => {
	const number = url.searchParams.get('number');
	const kept = number?.replaceAll(/[^\d+]/g, '').slice(0, 20);
	if (kept) redirect(303, localizeHref(`/nummer/${encodeURIComponent(kept)}`));
	return { number, is_missing: number !== null };
};
