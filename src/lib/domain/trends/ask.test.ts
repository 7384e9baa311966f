import { expect, test } from 'vitest';
import { addressOf, ask } from './ask.ts';

const now = new Date('2026-07-15T10:00:00Z');
const asking = (address: string) => ask(new URLSearchParams(address), now);

test('an empty address asks for the last twelve months', () => {
	expect(asking('')).toMatchObject({
		ok: true,
		question: { from: '2025-08-01', to: '2026-07-31', interval: 'month', group_by: 'none' }
	});
});

test('what is left empty in the form is not asked for', () => {
	expect(asking('kind=&from=&to=&province=')).toMatchObject({
		ok: true,
		question: { filters: {} }
	});
});

test('a wrong field is told at the field', () => {
	expect(asking('channel=fax&from=2026-02-30')).toEqual({
		ok: false,
		issues: [
			{ path: 'from', message: 'error_date' },
			{ path: 'channel', message: 'error_channel' }
		]
	});
});

test('a period that ends before it begins is told at its beginning', () => {
	expect(asking('from=2026-05-01&to=2026-01-01')).toEqual({
		ok: false,
		issues: [{ path: 'from', message: 'error_period_reversed' }]
	});
});

test('the address of a question asks that question', () => {
	const asked = asking('group_by=sector&kind=complaint&from=2026-01-01&to=2026-03-01');
	if (!asked.ok) throw new Error('not asked');
	expect(asking(addressOf(asked.question))).toEqual(asked);
});
