import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../probability/chance.ts';
import { ownWords } from '../text/training/own-words.ts';
import { averageLinkage } from './average-linkage.ts';
import type { CallingNumber } from './calling-number.ts';
import { features, least, most, prepare, threshold, weightOf } from './evidence.ts';
import { findCallers } from './find-callers.ts';
import { bCubed, pairwise } from './measure/agreement.ts';
import { inventCallers } from './measure/invent-callers.ts';
import { measureCallers, meanOf } from './measure/measure.ts';

const evening = [0, 1, 2, 3].map((day) => day * 24 + 19);
const one = (number: string, fields: Partial<CallingNumber> = {}): CallingNumber => ({
	number,
	report_count: 4,
	sectors: [],
	names: [],
	hours: [],
	narratives: [],
	bands: [],
	...fields
});
const story =
	'Ze belden namens het Nationaal Subsidieloket over dakisolatie en wilden een foto van de meterkast.';
/** So that there is something usual to differ from. */
const many = Array.from({ length: 60 }, (_, index) =>
	one(`+31${String(100_000_000 + index * 7_654_321).slice(0, 9)}`, {
		sectors: ['energy', 'telecom', 'insurance'].slice(index % 3, (index % 3) + 1),
		hours: [index % 5, 2].map((day) => day * 24 + 9 + (index % 11)),
		narratives: [ownWords[index * 13]!]
	})
);

describe('numbers of one caller', () => {
	const block = ['+31851234501', '+31851234502', '+31851234507'].map((number) =>
		one(number, { sectors: ['home', 'home'], hours: evening, narratives: [story] })
	);

	test('are found by block, wording, hours and what was offered, and it is told why', async () => {
		const [found, ...others] = await findCallers([...many, ...block]);
		expect(others).toEqual([]);
		expect(found!.numbers).toEqual(block.map(({ number }) => number));
		expect(found!.report_count).toBe(12);
		const reasons = Object.fromEntries(found!.reasons.map((reason) => [reason.feature, reason]));
		expect(reasons.block).toMatchObject({
			spans: [{ first: '+31851234501', last: '+31851234507', numbers: 3 }]
		});
		expect(reasons.sector).toMatchObject({ sector: 'home', share: 1 });
		expect(reasons.hours).toMatchObject({ part: 6, share: 1 });
		expect((reasons.wording as { terms: string[] }).terms.join(' ')).toMatch(/subsidieloket/);
	});

	test('tell what speaks against it too', async () => {
		const odd = { ...block[1]!, sectors: ['lottery_other', 'lottery_other'] };
		const [found] = await findCallers([...many, block[0]!, odd]);
		expect(found!.reasons.at(-1)).toMatchObject({ feature: 'sector', share: 0.5 });
		expect(found!.reasons.at(-1)!.weight).toBeLessThan(0);
	});

	test('are not those that share an hour and an offer, or a block, and nothing else', async () => {
		const alike = Array.from({ length: 12 }, (_, index) =>
			one(`+3120${5_000_000 + index * 40_009}`, {
				sectors: ['home', 'home'],
				hours: evening,
				narratives: [ownWords[900 + index * 17]!]
			})
		);
		const neighbours = ['+31101112201', '+31101112202', '+31101112203'].map((number) =>
			one(number)
		);
		expect(await findCallers([...many, ...alike, ...neighbours])).toEqual([]);
	});
});

test('no feature alone makes two numbers one caller’s, nor do the offer and the hour together', () => {
	for (const feature of features) expect(most[feature]).toBeLessThan(threshold);
	expect(most.sector + most.hours).toBeLessThan(threshold);
});

describe('for whatever numbers', () => {
	const worlds = fc
		.integer({ min: 1, max: 1_000_000 })
		.map((seed) => inventCallers(chanceOf(seed), ownWords, { callers: 5, others: 20 }).numbers);

	test('the order they come in makes no difference', async () => {
		await fc.assert(
			fc.asyncProperty(worlds, fc.integer(), async (numbers, seed) => {
				const chance = chanceOf(seed);
				const shuffled = numbers
					.map((number) => ({ number, place: chance.next() }))
					.sort((a, b) => a.place - b.place)
					.map(({ number }) => number);
				expect(await findCallers(shuffled)).toEqual(await findCallers(numbers));
			}),
			{ numRuns: 15 }
		);
	});

	test('every number has at most one caller, and every caller at least two numbers and some reason', async () => {
		await fc.assert(
			fc.asyncProperty(worlds, async (numbers) => {
				const found = await findCallers(numbers);
				const all = found.flatMap((caller) => caller.numbers);
				expect(new Set(all).size).toBe(all.length);
				for (const caller of found) {
					expect(caller.numbers.length).toBeGreaterThan(1);
					expect(caller.reasons.length).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 15 }
		);
	});

	test('the evidence of a pair is the same both ways and within its bounds', () => {
		fc.assert(
			fc.property(worlds, (numbers) => {
				const { numbers: prepared, compare } = prepare(numbers);
				prepared.slice(1).forEach((other, index) => {
					const evidence = compare(prepared[index]!, other);
					expect(weightOf(compare(other, prepared[index]!))).toBeCloseTo(weightOf(evidence), 9);
					for (const feature of features) {
						expect(evidence[feature]).toBeGreaterThanOrEqual(least[feature]);
						expect(evidence[feature]).toBeLessThanOrEqual(most[feature]);
					}
				});
			}),
			{ numRuns: 15 }
		);
	});
});

test('a chain in which only neighbours are alike falls apart', () => {
	const groups = averageLinkage(8, (a, b) => (Math.abs(a - b) === 1 ? 6 : -6), 4);
	expect(Math.max(...groups.map((group) => group.length))).toBe(2);
});

test('the measures: a grouping as the truth is perfect, all in one is of no precision', () => {
	const truth = new Map(Object.entries({ a: '1', b: '1', c: '2', d: '3' }));
	expect(pairwise(truth, truth)).toEqual({ precision: 1, recall: 1 });
	expect(bCubed(truth, truth)).toEqual({ precision: 1, recall: 1 });
	const one = new Map([...truth.keys()].map((key) => [key, 'x']));
	expect(pairwise(one, truth)).toEqual({ precision: 1 / 6, recall: 1 });
	expect(bCubed(one, truth).precision).toBeCloseTo((2 * (2 / 4) + 2 * (1 / 4)) / 4);
});

test('on invented callers not used to choose the weights precision and recall are as the docs say', async () => {
	const seeds = Array.from({ length: 6 }, (_, index) => 1001 + index);
	const mean = meanOf(await Promise.all(seeds.map((seed) => measureCallers(seed))));
	expect(mean.pairs.precision).toBeGreaterThan(0.9);
	expect(mean.pairs.recall).toBeGreaterThan(0.5);
	expect(mean.numbers.precision).toBeGreaterThan(0.9);
	expect(mean.numbers.recall).toBeGreaterThan(0.77);
	expect(mean.numbersOfCallers.precision).toBeGreaterThan(0.95);
	expect(mean.numbersOfCallers.recall).toBeGreaterThan(0.55);
});
