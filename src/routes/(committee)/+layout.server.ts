import * as visitors from '#lib/server/guard/visitors.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals }) => {
	const { email, roles } = visitors.required(locals);
	/** A screen one works in all day. */
	return { density: 'dense', email, isAdministrator: roles.includes('administrator') };
};
