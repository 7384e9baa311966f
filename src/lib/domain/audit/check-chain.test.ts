import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainChecker, chainRoot, type ChainHead, type ChainLink } from './check-chain.ts';

const hashLink = (previous: string, text: string) =>
	createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');

function chainOf(length: number): ChainLink[] {
	const links: ChainLink[] = [];
	for (let sequence = 1; sequence <= length; sequence += 1) {
		const previous_hash = links.at(-1)?.hash ?? chainRoot;
		const text = `look ${sequence}`;
		links.push({
			sequence,
			audit_id: sequence,
			previous_hash,
			hash: hashLink(previous_hash, text),
			text
		});
	}
	return links;
}

function check(links: readonly ChainLink[], kept: ChainHead[] = []) {
	const checker = chainChecker(hashLink, kept);
	const faults = checker.add(links);
	return [...faults, ...checker.finish().faults];
}

describe('a chain of looks', () => {
	test('that nobody touched is whole, in parts or at once', () => {
		const links = chainOf(10);
		expect(check(links, [{ sequence: 10, hash: links[9]!.hash }])).toEqual([]);
		const checker = chainChecker(hashLink);
		expect([...checker.add(links.slice(0, 4)), ...checker.add(links.slice(4))]).toEqual([]);
		expect(checker.finish().head).toEqual({ sequence: 10, hash: links[9]!.hash });
	});

	test('shows whatever single thing was changed, taken out or put elsewhere', () => {
		const length = 12;
		const place = fc.integer({ min: 0, max: length - 1 });
		fc.assert(
			fc.property(
				place,
				place,
				fc.constantFrom('change', 'take', 'swap', 'empty'),
				(at, other, act) => {
					const links = chainOf(length);
					const kept = [{ sequence: length, hash: links[length - 1]!.hash }];
					if (act === 'change') links[at] = { ...links[at]!, text: 'another look' };
					if (act === 'empty') links[at] = { ...links[at]!, text: null };
					if (act === 'take') links.splice(at, 1);
					if (act === 'swap') {
						fc.pre(at !== other);
						[links[at], links[other]] = [
							{ ...links[other]!, sequence: at + 1 },
							{ ...links[at]!, sequence: other + 1 }
						];
					}
					expect(check(links, kept)).not.toEqual([]);
				}
			)
		);
	});

	test('that was cut off, or written anew, does not reach the head that was kept', () => {
		const links = chainOf(5);
		const head = { sequence: 5, hash: links[4]!.hash };
		expect(check(links.slice(0, 3), [head])).toEqual([{ fault: 'cut_off', sequence: 5 }]);
		expect(check(links.slice(0, 3))).toEqual([]);
		const anew = chainOf(5).map((link) => ({ ...link, hash: hashLink(link.previous_hash, 'x') }));
		expect(check(anew, [head]).length).toBeGreaterThan(0);
	});
});
