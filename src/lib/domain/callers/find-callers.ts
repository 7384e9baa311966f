import { averageLinkage } from './average-linkage.ts';
import type { CallingNumber } from './calling-number.ts';
import { candidatePairs } from './candidates.ts';
import { prepare, threshold, weightOf, type Comparison } from './evidence.ts';
import { reasonsOf, type Reason } from './reasons.ts';

/** Numbers that are likely one caller's, and why. */
export type LikelyCaller = {
	/** In the order of the numbers. */
	numbers: string[];
	report_count: number;
	/** The mean weight of all pairs; the threshold is the least. */
	strength: number;
	/** The one that tells most first; what speaks against last. */
	reasons: Reason[];
};

/** Groups of more numbers than this are looked at in stricter parts: a mean needs every pair. */
const largestPart = 1200;

/** So many pairs are weighed before others may have their turn. */
const pairsAtOnce = 4000;

/**
 * The numbers that are likely one caller's: pairs worth comparing are weighed, and what hangs together
 * by them is grouped by average linkage. The same whatever order the numbers come in. `pause` lets a
 * busy process do something else in between.
 */
export async function findCallers(
	given: readonly CallingNumber[],
	pause: () => Promise<void> = async () => {}
): Promise<LikelyCaller[]> {
	const numbers = [...given].sort((one, other) => (one.number < other.number ? -1 : 1));
	const comparison = prepare(numbers);
	await pause();
	const alike: Link[] = [];
	for (const [place, [one, other]] of candidatePairs(comparison.numbers).entries()) {
		if (place % pairsAtOnce === 0) await pause();
		const weight = weightBetween(comparison, one, other);
		if (weight >= threshold) alike.push({ one, other, weight });
	}
	const found: LikelyCaller[] = [];
	for (const part of connected(numbers.length, alike, threshold)) {
		await pause();
		const groups = averageLinkage(
			part.length,
			(one, other) => weightBetween(comparison, part[one]!, part[other]!),
			threshold,
			(one) => massOf(numbers[part[one]!]!)
		);
		found.push(
			...groups
				.filter((group) => group.length > 1)
				.map((group) =>
					describe(
						comparison,
						group.map((place) => part[place]!)
					)
				)
		);
	}
	return found.sort(
		(one, other) => other.report_count - one.report_count || compareKeys(one, other)
	);
}

const weightBetween = ({ numbers, compare }: Comparison, one: number, other: number) =>
	weightOf(compare(numbers[one]!, numbers[other]!));

/** A number that few reported tells little of how alike two groups are. */
const massOf = ({ report_count }: CallingNumber) => report_count;

const compareKeys = (one: LikelyCaller, other: LikelyCaller) =>
	one.numbers[0]! < other.numbers[0]! ? -1 : 1;

type Link = { one: number; other: number; weight: number };

/** What hangs together, however long the chain; a part that is too large by stronger links alone. */
function connected(size: number, links: readonly Link[], floor: number): number[][] {
	const parents = Array.from({ length: size }, (_, index) => index);
	const rootOf = (index: number): number => {
		let root = index;
		while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
		return root;
	};
	for (const { one, other } of links) {
		const [a, b] = [rootOf(one), rootOf(other)];
		parents[Math.max(a, b)] = Math.min(a, b);
	}
	const parts = new Map<number, number[]>();
	for (let index = 0; index < size; index += 1) {
		const root = rootOf(index);
		if (!parts.has(root)) parts.set(root, []);
		parts.get(root)!.push(index);
	}
	return [...parts.values()].flatMap((part) => {
		if (part.length < 2) return [];
		if (part.length <= largestPart) return [part];
		const within = new Set(part);
		const stronger = links.filter(({ one, weight }) => within.has(one) && weight >= floor + 1);
		return stronger.length === 0 ? [] : connected(size, stronger, floor + 1);
	});
}

function describe({ numbers, compare }: Comparison, group: readonly number[]): LikelyCaller {
	const members = group.map((index) => numbers[index]!);
	const pairs = members.flatMap((one, place) =>
		members.slice(place + 1).map((other) => compare(one, other))
	);
	return {
		numbers: members.map(({ number }) => number.number),
		report_count: members.reduce((sum, { number }) => sum + number.report_count, 0),
		strength: pairs.reduce((sum, pair) => sum + weightOf(pair), 0) / pairs.length,
		reasons: reasonsOf(members, pairs)
	};
}
