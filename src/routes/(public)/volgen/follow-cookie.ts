import { timingSafeEqual } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { localizeHref, locales } from '#lib/paraglide/runtime.js';
import { keyedHash } from '#lib/server/crypto/keyed-hash.ts';
import type { Desk } from '#lib/server/desk.ts';

/*
 * The follow code stays in a cookie that no script can read, until the browser closes. It carries
 * our seal, so that codes are tried in the form alone, where tries are counted.
 */
const name = 'followed';

/** The page has an address in each language. */
const paths = () => locales.map((locale) => localizeHref('/volgen', { locale }));

const sealOf = ({ secrets }: Desk, code: string) =>
	keyedHash(secrets.hash_key, 'follow cookie', code);

/** Keeps a code that was found good. */
export function rememberCode(desk: Desk, cookies: Cookies, code: string) {
	for (const path of paths()) {
		cookies.set(name, `${sealOf(desk, code)} ${code}`, {
			path,
			httpOnly: true,
			sameSite: 'strict'
		});
	}
}

/** The code that was kept, if we kept it. */
export function recallCode(desk: Desk, cookies: Cookies): string | null {
	const kept = cookies.get(name) ?? '';
	const [seal = '', code = ''] = [kept.slice(0, 64), kept.slice(65)];
	const ours = sealOf(desk, code);
	const isOurs =
		seal.length === ours.length && timingSafeEqual(Buffer.from(seal), Buffer.from(ours));
	return isOurs ? code : null;
}

export function forgetCode(cookies: Cookies) {
	for (const path of paths()) cookies.delete(name, { path });
}
