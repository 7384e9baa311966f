import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factors, toFactors, type RawFactors } from './factors.ts';
import { rank, readWeights, scoreOf, usualWeights, type Weights } from './score.ts';

/** Figures that reports can add up to, of a row that is on the list at all. */
const raw = fc
	.record({
		reports: fc.integer({ min: 5, max: 5000 }),
		expected: fc.double({ min: 0, max: 5000, noNaN: true }),
		months: fc.integer({ min: 1, max: 12 }),
		provinces: fc.integer({ min: 0, max: 12 }),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
		parts: fc.tuple(
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true })
		)
	})
	.map(({ share, parts: [severity, repeats, due, vulnerable], ...known }): RawFactors => {
		const dueReports = Math.floor(due * known.reports);
		return {
			...known,
			reporters: Math.max(1, Math.floor(share * known.reports)),
			severity: severity * known.reports,
			repeats: Math.floor(repeats * known.reports),
			due: dueReports,
			unanswered: Math.floor(share * dueReports),
			vulnerable: Math.floor(vulnerable * known.reports)
		};
	});

const weights = fc
	.record(
		Object.fromEntries(factors.map((factor) => [factor, fc.integer({ min: 0, max: 5 })])) as Record<
			keyof Weights,
			fc.Arbitrary<number>
		>
	)
	.filter((chosen) => factors.some((factor) => chosen[factor] > 0));

/** What one more report may add to each figure. */
const more = fc.record({
	months: fc.integer({ min: 0, max: 1 }),
	provinces: fc.integer({ min: 0, max: 1 }),
	reporters: fc.integer({ min: 0, max: 1 }),
	severity: fc.double({ min: 0, max: 1, noNaN: true }),
	repeats: fc.integer({ min: 0, max: 1 }),
	due: fc.integer({ min: 0, max: 1 }),
	unanswered: fc.integer({ min: 0, max: 1 }),
	vulnerable: fc.integer({ min: 0, max: 1 }),
	expected: fc.double({ min: 0, max: 1, noNaN: true })
});

function withOneMore(row: RawFactors, added: Omit<RawFactors, 'reports'>): RawFactors {
	return {
		reports: row.reports + 1,
		expected: row.expected + added.expected,
		months: row.months + added.months,
		provinces: row.provinces + added.provinces,
		reporters: row.reporters + added.reporters,
		severity: row.severity + added.severity,
		repeats: row.repeats + added.repeats,
		due: row.due + added.due,
		unanswered: row.unanswered + Math.min(added.unanswered, added.due),
		vulnerable: row.vulnerable + added.vulnerable
	};
}

describe('the score of a practice', () => {
	test('lies between 0 and 100, and each of its factors between 0 and 1', () => {
		fc.assert(
			fc.property(raw, weights, (row, chosen) => {
				const weighed = toFactors(row);
				for (const factor of factors) {
					expect(weighed[factor]).toBeGreaterThanOrEqual(0);
					expect(weighed[factor]).toBeLessThanOrEqual(1);
				}
				expect(scoreOf(weighed, chosen)).toBeGreaterThanOrEqual(0);
				expect(scoreOf(weighed, chosen)).toBeLessThanOrEqual(100);
			})
		);
	});

	test('moves by no more than 15 points for one more report, whatever the weights', () => {
		fc.assert(
			fc.property(raw, more, weights, (row, added, chosen) => {
				const before = scoreOf(toFactors(row), chosen);
				const after = scoreOf(toFactors(withOneMore(row, added)), chosen);
				expect(Math.abs(after - before)).toBeLessThanOrEqual(15);
			}),
			{ numRuns: 2000 }
		);
	});

	test('as usually weighed by no more than 9, and among many reports by less than 1', () => {
		fc.assert(
			fc.property(raw, more, (row, added) => {
				const shift = (one: RawFactors) =>
					Math.abs(
						scoreOf(toFactors(withOneMore(one, added)), usualWeights) -
							scoreOf(toFactors(one), usualWeights)
					);
				expect(shift(row)).toBeLessThanOrEqual(9);
				const many: RawFactors = { ...row, months: 12, provinces: 12, reporters: 400 };
				const same = { ...added, months: 0, provinces: 0 };
				const large = { ...many, reports: 5000, repeats: 200, due: 2000, vulnerable: 200 };
				const before = scoreOf(toFactors(large), usualWeights);
				const after = scoreOf(toFactors(withOneMore(large, same)), usualWeights);
				expect(Math.abs(after - before)).toBeLessThan(1);
			}),
			{ numRuns: 1000 }
		);
	});

	test('rises with whatever makes a practice worse', () => {
		const worse = [
			'months',
			'provinces',
			'reporters',
			'severity',
			'repeats',
			'unanswered',
			'vulnerable'
		];
		fc.assert(
			fc.property(raw, fc.constantFrom(...worse), (row, figure) => {
				const key = figure as keyof RawFactors;
				fc.pre(key !== 'unanswered' || row.unanswered < row.due);
				const heavier = { ...row, [key]: row[key] + (key === 'severity' ? 0.1 : 1) };
				expect(scoreOf(toFactors(heavier), usualWeights)).toBeGreaterThanOrEqual(
					scoreOf(toFactors(row), usualWeights)
				);
			})
		);
	});
});

describe('the order', () => {
	const row = (key: string, fields: Partial<RawFactors> = {}) => ({
		key,
		reports: 10,
		expected: 10,
		months: 3,
		provinces: 3,
		reporters: 8,
		severity: 2,
		repeats: 1,
		due: 4,
		unanswered: 1,
		vulnerable: 0,
		...fields
	});

	test('is that of the score, and the same for the same figures however they come', () => {
		const rows = [row('b'), row('a'), row('c', { vulnerable: 9 })];
		expect(rank(rows, usualWeights).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
		expect(rank(rows.toReversed(), usualWeights).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
	});

	test('follows what the reader weighs', () => {
		const rows = [row('silent', { unanswered: 4 }), row('heavy', { severity: 9 })];
		const alone = (factor: string) =>
			rank(
				rows,
				readWeights(
					new URLSearchParams(factors.map((one) => [`w_${one}`, one === factor ? '5' : '0']))
				)
			)[0]!.key;
		expect(alone('non_response')).toBe('silent');
		expect(alone('severity')).toBe('heavy');
	});

	test('is the usual one when the address says nothing, or nothing sensible', () => {
		expect(readWeights(new URLSearchParams())).toEqual(usualWeights);
		expect(readWeights(new URLSearchParams('w_volume=99&w_rate=x'))).toEqual(usualWeights);
		const none = new URLSearchParams(factors.map((factor) => [`w_${factor}`, '0']));
		expect(readWeights(none)).toEqual(usualWeights);
	});
});
