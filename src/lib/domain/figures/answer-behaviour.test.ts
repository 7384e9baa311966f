import { expect, test } from 'vitest';
import { answerBehaviour } from './answer-behaviour.ts';

const counted = (rows: [string, string, number][]) => {
	const counts = new Map<string, Map<string, number>>();
	for (const [value, day, count] of rows) {
		counts.set(value, (counts.get(value) ?? new Map()).set(day, count));
	}
	return answerBehaviour(counts, 15, '2026-11-28');
};

test('an answer on the last day of the term is in time, a day after it is late', () => {
	expect(
		counted([
			['0', '2026-10-01', 2],
			['15', '2026-10-01', 3],
			['16', '2026-10-02', 4]
		])
	).toMatchObject({
		in_time: 5,
		late: 4
	});
});

test('who has no answer waits until the term is over', () => {
	expect(
		counted([
			['none', '2026-11-13', 1],
			['none', '2026-11-12', 2]
		])
	).toMatchObject({
		waiting: 1,
		unanswered: 2
	});
});

test('half of the answers came within the median, whatever has no answer yet', () => {
	const { median_days, days } = counted([
		['1', '2026-10-01', 2],
		['9', '2026-10-01', 2],
		['61', '2026-10-01', 1],
		['none', '2026-10-01', 50]
	]);
	expect(median_days).toBe(9);
	expect(days.at(-1)).toBe(1);
	expect(counted([]).median_days).toBeNull();
});
