import type { Cookies } from '@sveltejs/kit';
import { localizeHref, locales } from '#lib/paraglide/runtime.js';
import { keptCode } from '../following/kept-code.ts';

/** The follow code of an objection, for the pages under /verzet. */
export const followedObjectionCode = keptCode('followed-objection', '/verzet');

const name = 'lodged';
const quarter = 15 * 60;
const paths = () => locales.map((locale) => localizeHref('/verzet/klaar', { locale }));

/** For a quarter of an hour the page after lodging shows the code, in either language. */
export function rememberLodged(cookies: Cookies) {
	for (const path of paths()) {
		cookies.set(name, 'now', { path, httpOnly: true, sameSite: 'lax', maxAge: quarter });
	}
}

export const wasJustLodged = (cookies: Cookies) => cookies.get(name) === 'now';

/** The code was written down. */
export function forgetLodged(cookies: Cookies) {
	for (const path of paths()) cookies.delete(name, { path });
}
