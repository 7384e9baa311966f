import { features, haveCopies, type Evidence, type Feature, type Prepared } from './evidence.ts';
import type { Tally } from './same-source.ts';

/** What was found in a feature, as data that the pages put into sentences. */
type Detail = {
	block: { spans: { first: string; last: string; numbers: number }[] };
	/** Terms that most of the numbers share, and how many numbers have a near-copy at another. */
	wording: { terms: string[]; copied: number };
	/** The part of the week of most contacts: 0–7 working days, 8–15 Saturday, 16–23 Sunday. */
	hours: { part: number; share: number };
	sector: { sector: string; share: number };
	name: { name: string; reports: number; share: number };
};

/** Why numbers are taken for one caller's: the mean weight of a feature, below nought against it. */
export type Reason = { [Of in Feature]: { feature: Of; weight: number } & Detail[Of] }[Feature];

/** Less than this neither supports nor contradicts. */
const leastWeight = 0.3;
const spansShown = 4;
const termsShown = 8;
/** Two words together read better than each alone. */
const pairsFirst = 1.5;

export function reasonsOf(members: readonly Prepared[], pairs: readonly Evidence[]): Reason[] {
	return features
		.flatMap((feature) => {
			const weight = pairs.reduce((sum, pair) => sum + pair[feature], 0) / pairs.length;
			return Math.abs(weight) < leastWeight ? [] : [reasonOf(feature, weight, members)];
		})
		.filter((reason) => reason !== null)
		.sort((one, other) => other.weight - one.weight);
}

function reasonOf(feature: Feature, weight: number, members: readonly Prepared[]): Reason | null {
	if (feature === 'block') return { feature, weight, spans: spansOf(members) };
	if (feature === 'wording') {
		const copied = members.filter((one) =>
			members.some((other) => other !== one && haveCopies(one, other))
		);
		return { feature, weight, terms: sharedTerms(members), copied: copied.length };
	}
	const tallies = { hours: 'hours', sector: 'sectors', name: 'names' } as const;
	const top = topOf(members.map((member) => member[tallies[feature]]));
	if (!top) return null;
	const { value, count, share } = top;
	if (feature === 'hours') return { feature, weight, part: Number(value), share };
	if (feature === 'sector') return { feature, weight, sector: String(value), share };
	return { feature, weight, name: String(value), reports: count, share };
}

/** Runs of neighbouring numbers within a thousand, the longest first. */
function spansOf(members: readonly Prepared[]) {
	const thousands = new Map<string, string[]>();
	for (const { number } of members) {
		const key = `${number.number.length} ${number.number.slice(0, -3)}`;
		thousands.set(key, [...(thousands.get(key) ?? []), number.number]);
	}
	return [...thousands.values()]
		.filter((numbers) => numbers.length > 1)
		.map((numbers) => ({ first: numbers[0]!, last: numbers.at(-1)!, numbers: numbers.length }))
		.sort((one, other) => other.numbers - one.numbers || (one.first < other.first ? -1 : 1))
		.slice(0, spansShown);
}

/** The terms that weigh most over the numbers that share them; a word within a shared pair is left out. */
function sharedTerms(members: readonly Prepared[]): string[] {
	const weights = new Map<string, { sum: number; numbers: number }>();
	for (const { wording } of members) {
		for (const [term, weight] of wording) {
			const so = weights.get(term) ?? { sum: 0, numbers: 0 };
			weights.set(term, { sum: so.sum + weight, numbers: so.numbers + 1 });
		}
	}
	const telling = [...weights]
		.filter(([, { numbers }]) => numbers >= Math.max(2, members.length / 4))
		.map(([term, { sum }]) => ({ term, sum: term.includes(' ') ? pairsFirst * sum : sum }))
		.sort((one, other) => other.sum - one.sum || (one.term < other.term ? -1 : 1))
		.map(({ term }) => term);
	const shown: string[] = [];
	for (const term of telling) {
		const words = term.split(' ');
		if (words.some((word) => shown.some((other) => other.split(' ').includes(word)))) continue;
		shown.push(term);
		if (shown.length === termsShown) break;
	}
	return shown;
}

function topOf(tallies: readonly Tally[]) {
	const together = new Map<string | number, number>();
	let all = 0;
	for (const counts of tallies) {
		for (const [value, count] of counts) {
			together.set(value, (together.get(value) ?? 0) + count);
			all += count;
		}
	}
	const [top] = [...together].sort(
		([a, one], [b, other]) => other - one || (String(a) < String(b) ? -1 : 1)
	);
	return top ? { value: top[0], count: top[1], share: top[1] / all } : null;
}
