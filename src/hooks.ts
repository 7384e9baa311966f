import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** `/en/melden` is the same route as `/melden`. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
