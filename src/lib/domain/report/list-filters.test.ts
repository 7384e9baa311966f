import { expect, test } from 'vitest';
import { reportFilters } from './list-filters.ts';

test('fields left empty filter nothing', () => {
	expect(reportFilters.parse({ kind: '', from: '', number: '', before: '' })).toEqual({});
});

test('a number is found in any spelling', () => {
	expect(reportFilters.parse({ number: '085-000 12 34' }).number).toBe('+31850001234');
});

test('what is wrong is told at the field', () => {
	const { error } = reportFilters.safeParse({ state: 'lost', number: 'x', from: '2026-13-01' });
	expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
		['state', 'committee_error_state'],
		['number', 'error_phone_number'],
		['from', 'error_date']
	]);
});
