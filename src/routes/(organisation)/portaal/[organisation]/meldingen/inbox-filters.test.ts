import { expect, test } from 'vitest';
import { readFilters } from './inbox-filters.ts';

const read = (address: string) => readFilters(new URLSearchParams(address)).filters;

test('an address that says nothing shows what waits', () => {
	expect(read('')).toEqual({ tab: 'waiting' });
	expect(read('tab=&q=&kind=')).toEqual({ tab: 'waiting' });
});

test('what is searched for is a reference, a number or words', () => {
	expect(read('tab=all&q=26-7k3f9q')).toEqual({ tab: 'all', reference: '26-7K3F9Q' });
	expect(read('q=085 000 1234')).toEqual({ tab: 'waiting', number: '+31850001234' });
	expect(read('q=K-2026/17')).toEqual({ tab: 'waiting', phrase: 'K-2026/17' });
});

test('a page goes on from a line only when both its parts are there', () => {
	expect(read('due=2026-07-17T22:00:00Z&after=26-7K3F9Q')).toEqual({
		tab: 'waiting',
		after_due: '2026-07-17T22:00:00Z',
		after_reference: '26-7K3F9Q'
	});
	expect(read('after=26-7K3F9Q')).toEqual({ tab: 'waiting' });
});

test('what cannot be is told at its field', () => {
	const asked = readFilters(new URLSearchParams('from=2026-02-30&kind=x'));
	expect(asked.ok ? [] : asked.issues.map(({ path }) => path)).toEqual(['kind', 'from']);
});
