import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOf, weighActivity } from './activity.ts';

const today = '2026-07-31';

describe('the activity of a number', () => {
	test('weighs a complaint of today whole, and half as much every fourteen days', () => {
		expect(weighActivity([{ on: today, count: 3 }], today)).toBe(3);
		expect(weighActivity([{ on: '2026-07-17', count: 4 }], today)).toBe(2);
		expect(weighActivity([{ on: '2026-07-03', count: 4 }], today)).toBe(1);
		expect(weighActivity([{ on: '2026-08-01', count: 4 }], today)).toBe(0);
	});

	test('is a word: busy now, and quiet after half a year of silence', () => {
		const days = [{ on: '2026-07-30', count: 20 }];
		expect(activityOf(days, today)).toBe('busy');
		expect(activityOf(days, '2026-08-25')).toBe('active');
		expect(activityOf(days, '2026-09-20')).toBe('fading');
		expect(activityOf(days, '2027-01-31')).toBe('quiet');
	});

	test('is not told of fewer than five complaints', () => {
		expect(activityOf([{ on: today, count: 4 }], today)).toBeNull();
		expect(activityOf([], today)).toBeNull();
	});

	test('never grows by waiting', () => {
		const day = fc.record({
			on: fc.integer({ min: 1, max: 28 }).map((n) => `2026-07-${String(n).padStart(2, '0')}`),
			count: fc.integer({ min: 1, max: 50 })
		});
		fc.assert(
			fc.property(fc.array(day), (days) => {
				expect(weighActivity(days, '2026-08-15')).toBeLessThanOrEqual(weighActivity(days, today));
			})
		);
	});
});
