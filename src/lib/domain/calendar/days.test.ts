import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, addMonths, isDay, monthOf, weekOf } from './days.ts';

const days = fc
	.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

test('day arithmetic is that of the calendar', () => {
	fc.assert(
		fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, many) => {
			const date = Temporal.PlainDate.from(day);
			expect(addDays(day, many)).toBe(date.add({ days: many }).toString());
			expect(addMonths(day, many % 600)).toBe(date.add({ months: many % 600 }).toString());
			expect(weekOf(day)).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
			expect(monthOf(day)).toBe(date.with({ day: 1 }).toString());
		})
	);
});

test.each([
	['2026-02-28', true],
	['2028-02-29', true],
	['2026-02-29', false],
	['2026-13-01', false],
	['2026-1-1', false],
	['', false],
	['morgen', false]
])('%j is a day: %j', (text, expected) => {
	expect(isDay(text)).toBe(expected);
});
