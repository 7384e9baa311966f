import { expect, test } from 'vitest';
import { reportFilters } from './list-filters.ts';

test('fields left empty filter nothing', () => {
	expect(reportFilters.parse({ kind: '', from: '', number: '', before: '' })).toEqual({});
});

test('a number is found in any spelling', () => {
	expect(reportFilters.parse({ number: '085-000 12 34' }).number).toEqual({
		number: '+31850001234'
	});
});

test('what is wrong is told at the field', () => {
	const { error } = reportFilters.safeParse({ state: 'lost', number: 'x', from: '2026-13-01' });
	expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
		['state', 'committee_error_state'],
		['number', 'error_number_or_prefix'],
		['from', 'error_date']
	]);
});

test('what a mark of the trends adds narrows the list as well', () => {
	expect(
		reportFilters.parse({
			weekday: '7',
			hour: '21',
			answer: 'late',
			number: '08512*',
			counted: 'yes'
		})
	).toEqual({
		weekday: 7,
		hour: 21,
		answer: 'late',
		number: { number_prefix: '+318512' },
		counted: 'yes'
	});
});
