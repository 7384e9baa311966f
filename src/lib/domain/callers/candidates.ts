import type { Prepared } from './evidence.ts';

/** A group with more numbers than this tells nothing: only neighbours in it are compared. */
const largestGroup = 60;
const neighboursCompared = 8;
/** So many of a number's most telling terms are looked up. */
const termsLookedUp = 24;

/**
 * Pairs worth comparing (blocking): numbers of one thousand, with a telling term in common, a band of
 * a near-copy or a name. In a large group each number is compared with the next ones in the order of
 * the numbers (the sorted neighbourhood of Hernández and Stolfo, SIGMOD 1995), so that the work grows
 * with the numbers and not with their square.
 */
export function candidatePairs(numbers: readonly Prepared[]): [number, number][] {
	const groups = new Map<string, number[]>();
	const add = (key: string, index: number) => {
		const group = groups.get(key);
		if (!group) groups.set(key, [index]);
		else if (group.at(-1) !== index) group.push(index);
	};
	numbers.forEach((one, index) => {
		const { number } = one.number;
		add(`block ${number.length} ${number.slice(0, -3)}`, index);
		for (const name of one.names.keys()) add(`name ${name}`, index);
		for (const bands of one.bands) {
			let place = 0;
			for (const band of bands) add(`band ${(place += 1)} ${band}`, index);
		}
		for (const term of mostTelling(one)) add(`term ${term}`, index);
	});
	const pairs = new Set<number>();
	for (const group of groups.values()) {
		const reach = group.length > largestGroup ? neighboursCompared : group.length;
		group.forEach((one, place) => {
			for (const other of group.slice(place + 1, place + 1 + reach)) {
				pairs.add(one * numbers.length + other);
			}
		});
	}
	return [...pairs]
		.sort((one, other) => one - other)
		.map((pair) => [Math.floor(pair / numbers.length), pair % numbers.length]);
}

const mostTelling = ({ wording }: Prepared): string[] =>
	[...wording]
		.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
		.slice(0, termsLookedUp)
		.map(([term]) => term);
