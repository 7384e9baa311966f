import { describe, expect, test } from 'vitest';
import { askAsStaff, comparedRange } from './staff-question.ts';

const now = new Date('2026-11-28T12:00:00Z');
const ask = (address: string) => askAsStaff(new URLSearchParams(address), now);
const asked = (address: string) => {
	const answer = ask(address);
	if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
	return answer.question;
};

describe('what staff ask', () => {
	test('is a year by month when nothing is said', () => {
		expect(asked('')).toMatchObject({ from: '2025-12-01', to: '2026-11-30', interval: 'month' });
		expect(asked('').compared).toBeNull();
	});

	test('takes steps that suit the period, unless it names them', () => {
		expect(asked('from=2026-11-01').interval).toBe('day');
		expect(asked('from=2026-07-01').interval).toBe('week');
		expect(asked('from=2026-11-01&interval=week').interval).toBe('week');
	});

	test('tells a whole number from the beginning of one', () => {
		expect(asked('number=085-000 12 34').filters).toEqual({ number: '+31850001234' });
		expect(asked('number=085 00*').filters).toEqual({ number_prefix: '+318500' });
		expect(asked('number=%2B4420').filters).toEqual({ number_prefix: '+4420' });
		expect(ask('number=abc')).toMatchObject({
			ok: false,
			issues: [{ path: 'number', message: 'error_number_or_prefix' }]
		});
	});

	test('tells what is wrong at the field', () => {
		expect(ask('kind=praise&from=2026-02-30')).toMatchObject({ ok: false });
		expect(ask('from=2026-11-01&to=2026-10-01&interval=day')).toEqual({
			ok: false,
			issues: [{ path: 'from', message: 'error_period_reversed' }]
		});
	});
});

describe('a comparison', () => {
	test.each([
		[
			'month',
			'before',
			{ from: '2026-04-01', to: '2026-06-30' },
			{ from: '2026-01-01', to: '2026-03-31' }
		],
		[
			'month',
			'year',
			{ from: '2026-02-01', to: '2026-02-28' },
			{ from: '2025-02-01', to: '2025-02-28' }
		],
		[
			'day',
			'before',
			{ from: '2026-11-15', to: '2026-11-28' },
			{ from: '2026-11-01', to: '2026-11-14' }
		],
		[
			'week',
			'year',
			{ from: '2026-11-02', to: '2026-11-15' },
			{ from: '2025-10-27', to: '2025-11-09' }
		]
	] as const)('by %s with %s has as many periods', (interval, compare, range, expected) => {
		expect(comparedRange(range, interval, compare)).toEqual(expected);
	});
});
