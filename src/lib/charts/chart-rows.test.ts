import { describe, expect, test } from 'vitest';
import { drawnSeries, periodIndex, sumOf } from './chart-rows.ts';

const series = (key: string, ...counts: (number | null)[]) => ({ key, label: key, counts });

describe('a chart', () => {
	test('draws the six largest lines, in the order of the table', () => {
		const all = [9, 1, 8, 7, 6, 5, 4].map((count, index) => series(`s${index}`, count));
		expect(drawnSeries(all, 'line').map(({ key }) => key)).toEqual([
			's0',
			's2',
			's3',
			's4',
			's5',
			's6'
		]);
	});

	test('puts the longest bar first and leaves out what has nothing to show', () => {
		const all = [series('a', 5, null), series('b', 0, 0), series('c', 9, 9)];
		expect(drawnSeries(all, 'bar').map(({ key }) => key)).toEqual(['c', 'a']);
	});

	test('knows that a sum with a hidden count in it is not whole', () => {
		expect(sumOf(series('a', 5, null, 7))).toEqual({ sum: 12, isWhole: false });
		expect(sumOf(series('a', 5, 7))).toEqual({ sum: 12, isWhole: true });
	});

	test('marks a date at the period it falls in, and none outside', () => {
		const months = ['2026-05-01', '2026-06-01', '2026-07-01'];
		expect(periodIndex(months, '2026-07-31', '2026-06-30')).toBe(1);
		expect(periodIndex(months, '2026-07-31', '2026-07-01')).toBe(2);
		expect(periodIndex(months, '2026-07-31', '2026-08-01')).toBe(-1);
		expect(periodIndex(months, '2026-07-31', '2026-04-30')).toBe(-1);
	});
});
