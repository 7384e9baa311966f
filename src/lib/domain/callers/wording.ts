import { tokenize } from '../text/tokenize.ts';

/** How much each word or pair of words tells of a number, brought to length 1. */
export type Wording = ReadonlyMap<string, number>;

/** Words that stand with more than this share of all numbers tell nothing apart. */
const mostCommon = 0.2;
/** Fewer terms are no wording to compare. */
export const fewestTerms = 6;

/** Words of four letters and more, and each two that follow one another in a clause. */
export function termsOf(narratives: readonly string[]): Set<string> {
	const terms = new Set<string>();
	for (const narrative of narratives) {
		let [before, clauseBefore] = ['', -1];
		for (const { word, clause } of tokenize(narrative)) {
			if (word.length < 4 || word.startsWith('#')) continue;
			terms.add(word);
			if (clauseBefore === clause) terms.add(`${before} ${word}`);
			[before, clauseBefore] = [word, clause];
		}
	}
	return terms;
}

/**
 * The wording of each number: inverse document frequency, with a number as the document (Spärck
 * Jones, Journal of Documentation 28, 1972). Only terms that at least two numbers have.
 */
export function weighWording(termsOfEach: readonly ReadonlySet<string>[]): Wording[] {
	const frequency = new Map<string, number>();
	for (const terms of termsOfEach) {
		for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
	}
	const most = Math.max(mostCommon * termsOfEach.length, 10);
	return termsOfEach.map((terms) => {
		const weighed = [...terms].sort().flatMap((term) => {
			const count = frequency.get(term)!;
			return count < 2 || count > most
				? []
				: [[term, Math.log((termsOfEach.length + 1) / count)] as const];
		});
		// What only this number has makes it less like any other, as much as a term of two does.
		const own = [...terms].filter((term) => frequency.get(term) === 1).length;
		const rare = Math.log((termsOfEach.length + 1) / 2);
		const length = Math.sqrt(
			weighed.reduce((sum, [, weight]) => sum + weight ** 2, 0) + own * rare ** 2
		);
		return new Map(weighed.map(([term, weight]) => [term, weight / length]));
	});
}

/** How alike two wordings are, from 0 to 1: the cosine. */
export function likeness(one: Wording, other: Wording): number {
	const [small, large] = one.size < other.size ? [one, other] : [other, one];
	let sum = 0;
	for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
	return sum;
}
