import { expect, test } from 'vitest';
import { daysLeft, lastDayOf } from './days-left.ts';

test('a term that ends at midnight has its last day the day before', () => {
	const due = '2026-07-17T22:00:00Z';
	expect(lastDayOf(due)).toBe('2026-07-17');
	expect(daysLeft(due, new Date('2026-07-14T09:00:00Z'))).toBe(3);
	expect(daysLeft(due, new Date('2026-07-17T21:59:00Z'))).toBe(0);
	expect(daysLeft(due, new Date('2026-07-17T22:01:00Z'))).toBe(-1);
});

test('summer time does not add or take a day', () => {
	expect(daysLeft('2026-10-30T23:00:00Z', new Date('2026-10-20T10:00:00Z'))).toBe(10);
});
