import { expect, test } from 'vitest';
import { gehoord } from './gehoord.ts';
import { mapped, mapping } from './mapping.ts';

const now = new Date('2026-07-01T12:00:00Z');
const old = mapping.parse({
	columns: {
		channel: 'Soort contact',
		contact_at: 'Datum en tijd',
		caller_number: 'Nummer',
		categories: 'Klacht',
		organisation_name: 'Bedrijf'
	},
	values: {
		channel: { Telefoon: 'phone', 'Aan de deur': 'door' },
		categories: { 'Bleef aandringen': 'pushiness', Overig: '' }
	},
	constants: { kind: 'complaint' },
	date_order: 'day-month-year'
});
const row = {
	'Soort contact': 'telefoon ',
	'Datum en tijd': '3-6-2026 9:05',
	Nummer: '0851234567',
	Klacht: 'Bleef aandringen',
	Bedrijf: 'Zonnig'
};

test('the columns and words of others are read as ours', () => {
	const format = mapped(gehoord, old);
	expect(format.columns).toContain('Datum en tijd');
	expect(format.read(row, now)).toMatchObject({
		ok: true,
		report: {
			kind: 'complaint',
			channel: 'phone',
			caller_number: '+31851234567',
			organisation_name: 'Zonnig',
			contacts: [{ contact_at: '2026-06-03T07:05:00.000Z', is_time_known: true }],
			categories: [{ code: 'pushiness', source: 'reporter' }]
		}
	});
});

test.each([
	['31.12.2025 23.59', '2025-12-31T22:59:00.000Z'],
	['1/2/2026', '2026-02-01T11:00:00.000Z']
])('the day %o is read in the order the mapping tells', (day, contact_at) => {
	expect(mapped(gehoord, old).read({ ...row, 'Datum en tijd': day }, now)).toMatchObject({
		report: { contacts: [{ contact_at }] }
	});
});

test('a word without a meaning is no word of ours, and a day in another order no day', () => {
	const { read } = mapped(gehoord, old);
	expect(read({ ...row, 'Soort contact': 'Fax' }, now)).toEqual({
		ok: false,
		reason: 'wrong_channel'
	});
	expect(read({ ...row, 'Datum en tijd': '2026-13-01' }, now)).toEqual({
		ok: false,
		reason: 'wrong_contact'
	});
});

test('a mapping says where each needed column comes from, and no column that is none of ours', () => {
	expect(() => mapped(gehoord, { ...old, constants: {} })).toThrow('says nothing of kind');
	expect(mapping.safeParse({ columns: { telephone: 'Nummer' } }).success).toBe(false);
	expect(mapping.safeParse({ columns: {}, colums: {} }).success).toBe(false);
});
