import * as visitors from '#lib/server/guard/visitors.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals }) => ({
	/** A screen one works in all day. */
	density: 'dense',
	email: visitors.required(locals).email
});
