import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { localizeHref, locales } from '#lib/paraglide/runtime.js';

/*
 * Which report a new one goes on from travels in a cookie that no script can read, so that no code
 * stands in a page or an address. It ends with the form it was opened for.
 */
const name = 'follows';
const hour = 60 * 60;

/** The form has an address in each language. */
const paths = () => locales.map((locale) => localizeHref('/melden', { locale }));

/** Notes that the report about to be filed goes on from the one of this follow code. */
export function rememberFollows(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	code: string
) {
	for (const path of paths()) {
		cookies.set(name, code, {
			path,
			httpOnly: true,
			sameSite: 'strict',
			maxAge: hour,
			secure: url.protocol === 'https:'
		});
	}
}

/** The follow code of the earlier report; the database knows whether there is one. */
export const recallFollows = (cookies: Cookies): string | undefined => cookies.get(name);

export function forgetFollows(cookies: Cookies) {
	if (cookies.get(name) === undefined) return;
	for (const path of paths()) cookies.delete(name, { path });
}
