import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { Desk } from '../desk.ts';

/*
 * Ties an objection to a report of the same person: the pages that know the follow code hand out a
 * link, which a form carries along. A reference alone is no proof, because an organisation sees it.
 */

const sealOf = ({ secrets }: Desk, reference: string) =>
	keyedHash(secrets.hash_key, 'report link', reference).slice(0, 32);

/** What a form carries to tell which report it belongs to. */
export const reportLink = (desk: Desk, reference: string) =>
	`${reference}.${sealOf(desk, reference)}`;

/** The reference of the report, or null when we did not hand this out. */
export function reportOfLink(desk: Desk, link: string | null): string | null {
	const [reference = '', seal = ''] = (link ?? '').split('.');
	const ours = sealOf(desk, reference);
	if (seal.length !== ours.length) return null;
	return timingSafeEqual(Buffer.from(seal), Buffer.from(ours)) ? reference : null;
}
