import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './days.ts';
import { addWorkingDays, endOfWithdrawal, isWorkingDay, onWorkingDay } from './working-days.ts';

test.each([
	// Asked on King's Day; the fifth working day is the Monday before Liberation Day.
	['2026-04-27', 5, '2026-05-04'],
	['2026-04-28', 5, '2026-05-06'],
	['2026-12-24', 5, '2027-01-04'],
	['2026-04-02', 1, '2026-04-07'],
	['2026-07-03', 1, '2026-07-06'],
	['2026-07-04', 1, '2026-07-06'],
	['2026-05-13', 5, '2026-05-21'],
	['2026-07-06', 0, '2026-07-06']
])('from %s the working day number %i is %s', (day, many, end) => {
	expect(addWorkingDays(day, many)).toBe(end);
});

test('a term of working days ends on a working day and holds exactly that many', () => {
	const days = fc.integer({ min: 0, max: 5000 }).map((offset) => addDays('2018-01-01', offset));
	fc.assert(
		fc.property(days, fc.integer({ min: 1, max: 15 }), (day, many) => {
			const end = addWorkingDays(day, many);
			let counted = 0;
			for (let next = addDays(day, 1); next <= end; next = addDays(next, 1)) {
				if (isWorkingDay(next)) counted += 1;
			}
			expect(counted).toBe(many);
			expect(isWorkingDay(end)).toBe(true);
			expect(onWorkingDay(end)).toBe(end);
		})
	);
});

test('the term to withdraw is fourteen days, and a year more for who was not told', () => {
	expect(endOfWithdrawal('2026-03-10', 14, true)).toBe('2026-03-24');
	expect(endOfWithdrawal('2026-03-10', 14, false)).toBe('2027-03-24');
	expect(endOfWithdrawal('2024-02-15', 14, false)).toBe('2025-02-28');
	expect(onWorkingDay('2026-03-28')).toBe('2026-03-30');
	expect(onWorkingDay('2026-04-03')).toBe('2026-04-07');
});
