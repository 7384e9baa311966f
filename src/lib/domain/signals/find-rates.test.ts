import { describe, expect, test } from 'vitest';
import { findHighRates, type RateCell } from './find-rates.ts';

const cell = (organisation_id: string, complaints: number, contacts: number): RateCell => ({
	...{ organisation_id, sector: 'energy', channel: 'phone' },
	...{ complaints, contacts }
});
/** Six that get about ten complaints per 100,000 calls. */
const usual = [9, 11, 10, 8, 12, 10].map((complaints, index) =>
	cell(`usual-${index}`, complaints, 100_000)
);

describe('rates of complaints', () => {
	test('tell who gets far more of them for as many calls, with the rate and what is usual', () => {
		const found = findHighRates([...usual, cell('one', 60, 150_000)]);
		expect(found).toMatchObject([
			{ organisation_id: 'one', channel: 'phone', observed: 60, expected: 15, bound: 30, score: 40 }
		]);
		expect(found[0]!.pvalue).toBeLessThan(0.001);
	});

	test('leave alone who gets many complaints because it calls much', () => {
		expect(findHighRates([...usual, cell('large', 600, 6_000_000)])).toEqual([]);
	});

	test('leave alone who is a little above the others, or has few complaints', () => {
		expect(findHighRates([...usual, cell('a little', 180, 1_000_000)])).toEqual([]);
		expect(findHighRates([...usual, cell('few', 4, 1_000)])).toEqual([]);
	});

	test('compare within the sector where five others are in it, else with all', () => {
		const lottery = Array.from({ length: 6 }, (_, index) => ({
			...cell(`lottery-${index}`, 100, 100_000),
			sector: 'lottery_other'
		}));
		// As usual for its sector, though ten times as much as in energy.
		expect(findHighRates([...usual, ...lottery])).toEqual([]);
		const alone = { ...cell('alone', 100, 100_000), sector: 'telecom' };
		expect(findHighRates([...usual, alone])).toMatchObject([{ organisation_id: 'alone' }]);
	});

	test('tell nothing where fewer than five others declared, or by another channel', () => {
		const one = cell('one', 60, 100_000);
		expect(findHighRates([...usual.slice(0, 4), one])).toEqual([]);
		expect(findHighRates([...usual, { ...one, channel: 'door' }])).toEqual([]);
	});

	test('where the others get no complaints at all, a handful is not yet twice as much for sure', () => {
		const quiet = usual.map((other) => ({ ...other, complaints: 0 }));
		const [found] = findHighRates([...quiet, cell('one', 5, 100_000)]);
		// (2 / 8)⁵: all five are its own by chance if it gets twice as many.
		expect(found?.pvalue).toBeCloseTo((2 / 8) ** 5, 12);
		expect(findHighRates([...quiet, cell('one', 5, 600_000)])).toEqual([]);
	});
});
