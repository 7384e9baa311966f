import { timingSafeEqual } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { localizeHref, locales } from '#lib/paraglide/runtime.js';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { Desk } from '../desk.ts';

/**
 * A follow code in a cookie that no script can read, until the browser closes. It carries our
 * seal, so that codes are tried in the form alone, where tries are counted.
 * @param path the pages it is for, in each language
 */
export function keptCode(name: string, path: string) {
	const paths = () => locales.map((locale) => localizeHref(path, { locale }));
	const sealOf = ({ secrets }: Desk, code: string) =>
		keyedHash(secrets.hash_key, `${name} cookie`, code);
	return {
		/** Keeps a code that was found good. */
		remember(desk: Desk, cookies: Cookies, code: string) {
			for (const path of paths()) {
				cookies.set(name, `${sealOf(desk, code)} ${code}`, {
					path,
					httpOnly: true,
					sameSite: 'lax'
				});
			}
		},
		/** The code that was kept, if we kept it. */
		recall(desk: Desk, cookies: Cookies): string | null {
			const kept = cookies.get(name) ?? '';
			const [seal, code] = [kept.slice(0, 64), kept.slice(65)];
			const ours = sealOf(desk, code);
			const isOurs =
				seal.length === ours.length && timingSafeEqual(Buffer.from(seal), Buffer.from(ours));
			return isOurs ? code : null;
		},
		forget(cookies: Cookies) {
			for (const path of paths()) cookies.delete(name, { path });
		}
	};
}
