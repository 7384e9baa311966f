import { leastSharedBands } from '../text/compare/signature.ts';
import { blockOf, isMobile, partOfWeek, type CallingNumber } from './calling-number.ts';
import { sameSource, sharesOf, tally, type Tally } from './same-source.ts';
import { fewestTerms, likeness, termsOf, weighWording, type Wording } from './wording.ts';

/*
 * Whether two numbers are one caller's: the method of Fellegi and Sunter, "A theory for record
 * linkage", Journal of the American Statistical Association 64 (1969). Every feature gives a weight:
 * the logarithm of how much more often it agrees so well (m) with one caller than with two (u).
 */

export const features = ['block', 'wording', 'hours', 'sector', 'name'] as const;
export type Feature = (typeof features)[number];
export type Evidence = Record<Feature, number>;

/** From this weight on two numbers are taken for one caller's. */
export const threshold = 4.5;

/**
 * No feature alone reaches the threshold, nor do hour and sector together: many callers ring in the
 * evening to sell energy. What speaks against is bounded too, for reporters err.
 */
export const most = { block: 4, wording: 4.4, hours: 2, sector: 2.4, name: 4.4 } as const;
export const least = { block: -0.4, wording: -3, hours: -3, sector: -4, name: -3 } as const;

/** Weights of neighbours: much for who calls from few numbers, and others may have the next one. */
const blockWeights = { 10: 4, 100: 3.2, 1000: 1.8 } as const;
const mobileWeights = { 10: 2, 100: 1.2, 1000: 0.4 } as const;

/** Weights of alike wordings, by their cosine; measured on generated callers (see measure/). */
const wordingWeights = [
	{ from: 0.2, weight: 3.6 },
	{ from: 0.12, weight: 3.3 },
	{ from: 0.1, weight: 2.9 },
	{ from: 0.07, weight: 2 },
	{ from: 0.05, weight: 0.8 },
	{ from: 0.03, weight: -0.3 },
	{ from: 0.02, weight: -1.2 },
	{ from: 0, weight: -3 }
] as const;
const copyWeight = 4.4;

/** How varied one caller is. */
const concentrations = { hours: 6, sector: 0.6, name: 0.4 } as const;

/** A number with its features worked out; `share` is what is usual among all numbers. */
export type Prepared = {
	number: CallingNumber;
	terms: ReadonlySet<string>;
	wording: Wording;
	bands: readonly ReadonlySet<number>[];
	hours: Tally;
	sectors: Tally;
	names: Tally;
};

export type Comparison = {
	numbers: readonly Prepared[];
	compare: (one: Prepared, other: Prepared) => Evidence;
};

/** Works out what is usual among all numbers, and gives the comparison of two of them. */
export function prepare(numbers: readonly CallingNumber[]): Comparison {
	const terms = numbers.map(({ narratives }) => termsOf(narratives));
	const wordings = weighWording(terms);
	const prepared = numbers.map((number, index) => ({
		number,
		terms: terms[index]!,
		wording: wordings[index]!,
		bands: number.bands.map((bands) => new Set(bands)),
		hours: tally(number.hours.map(partOfWeek)),
		sectors: tally(number.sectors),
		names: tally(number.names)
	}));
	const usual = {
		hours: sharesOf(prepared.map(({ hours }) => hours)),
		sectors: sharesOf(prepared.map(({ sectors }) => sectors)),
		names: sharesOf(prepared.map(({ names }) => names))
	};
	const bound = (feature: Feature, weight: number) =>
		Math.min(most[feature], Math.max(least[feature], weight));
	const compare = (one: Prepared, other: Prepared): Evidence => ({
		block: bound('block', weighBlock(one, other)),
		wording: bound('wording', weighWordings(one, other)),
		hours: bound('hours', sameSource(one.hours, other.hours, usual.hours, concentrations.hours)),
		sector: bound(
			'sector',
			sameSource(one.sectors, other.sectors, usual.sectors, concentrations.sector)
		),
		name: bound('name', sameSource(one.names, other.names, usual.names, concentrations.name))
	});
	return { numbers: prepared, compare };
}

export const weightOf = (evidence: Evidence): number =>
	features.reduce((sum, feature) => sum + evidence[feature], 0);

function weighBlock(one: Prepared, other: Prepared): number {
	const block = blockOf(one.number.number, other.number.number);
	if (block === null) return least.block;
	return (isMobile(one.number.number) ? mobileWeights : blockWeights)[block];
}

function weighWordings(one: Prepared, other: Prepared): number {
	if (haveCopies(one, other)) return copyWeight;
	if (one.terms.size < fewestTerms || other.terms.size < fewestTerms) return 0;
	const alike = likeness(one.wording, other.wording);
	return wordingWeights.find(({ from }) => alike >= from)!.weight;
}

/** Whether a report about the one is nearly word for word one about the other. */
export const haveCopies = (one: Prepared, other: Prepared): boolean =>
	one.bands.some((ours) =>
		other.bands.some((theirs) => {
			let shared = 0;
			for (const band of ours) if (theirs.has(band)) shared += 1;
			return shared >= leastSharedBands;
		})
	);
