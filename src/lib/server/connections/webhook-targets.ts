import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/*
 * Which addresses the desk posts to. An address comes from outside, and the desk stands inside a
 * network: it must not be led to what only that network may reach. So the name is looked up when
 * the connection is made, and every address it stands for is checked then; the connection goes to
 * what was checked, and a redirect is not followed.
 */

/** Why an address is not posted to; also told as the last answer. */
export class TargetRefused extends Error {
	override name = 'TargetRefused';
	readonly code: 'not_https' | 'not_public';

	constructor(code: 'not_https' | 'not_public') {
		super(code);
		this.code = code;
	}
}

/** What is not the open internet: IANA's registries of special-purpose addresses. */
const special = new BlockList();
// prettier-ignore
const blocks4: [string, number][] = [
	['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16],
	['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24],
	['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24],
	['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]
];
for (const [network, bits] of blocks4) special.addSubnet(network, bits, 'ipv4');
/** Of version 6 only what is handed out for the open internet is posted to, and of that not everything. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
// prettier-ignore
const blocks6: [string, number][] = [
	['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]
];
for (const [network, bits] of blocks6) special.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
	const version = isIP(address);
	if (version === 4) return !special.check(address, 'ipv4');
	if (version === 6) return open6.check(address, 'ipv6') && !special.check(address, 'ipv6');
	return false;
}

/**
 * Whether an address may be posted to, as far as its text tells.
 * @throws TargetRefused
 */
export function checkTarget(url: URL, { isAnyAllowed }: { isAnyAllowed: boolean }): void {
	if (url.username || url.password) throw new TargetRefused('not_public');
	if (isAnyAllowed) return;
	if (url.protocol !== 'https:') throw new TargetRefused('not_https');
	const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	if (
		isIP(host)
			? !isPublicAddress(host)
			: !host.includes('.') || /(^|\.)(localhost|local|internal)$/.test(host)
	) {
		throw new TargetRefused('not_public');
	}
}

/** Looks a name up as a connection does, and gives only addresses of the open internet. */
export const lookupPublic: LookupFunction = (host, options, done) => {
	lookup(host, { ...options, all: true }, (error, addresses) => {
		const [first] = addresses ?? [];
		if (error || !first) return done(error ?? new Error('ENOTFOUND'), '', 4);
		// One that is not public spoils all: nobody has both for an honest reason.
		if (!addresses.every(({ address }) => isPublicAddress(address))) {
			return done(new TargetRefused('not_public'), '', 4);
		}
		if (options.all) return done(null, addresses);
		done(null, first.address, first.family);
	});
};
