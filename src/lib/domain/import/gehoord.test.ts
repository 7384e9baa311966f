import { describe, expect, test } from 'vitest';
import { gehoord, type GehoordColumn } from './gehoord.ts';

const now = new Date('2026-07-01T12:00:00Z');
type Row = Partial<Record<GehoordColumn, string>>;
const row: Row = {
	kind: 'complaint',
	channel: 'phone',
	contact_at: '2026-06-30 19:05',
	caller_number: '085 123 45 67',
	narrative: 'Ze belden weer over stroom.'
};
const readRow = (changes: Row) => gehoord.read({ ...row, ...changes } as never, now);

function read(changes: Row = {}) {
	const reading = readRow(changes);
	if (!reading.ok) throw new Error(reading.reason);
	return reading.report;
}

function reasonFor(changes: Row) {
	const reading = readRow(changes);
	return reading.ok ? undefined : reading.reason;
}

describe('a row of our own format', () => {
	test('is a report as the form would take it; the text suggests what nobody chose', () => {
		const report = read();
		expect(report).toMatchObject({
			kind: 'complaint',
			channel: 'phone',
			caller_number: '+31851234567',
			contacts: [{ contact_at: '2026-06-30T17:05:00.000Z', is_time_known: true }],
			filed_at: '2026-06-30T17:05:00.000Z',
			narrative: 'Ze belden weer over stroom.'
		});
		expect(report.categories.every(({ source }) => source === 'suggested')).toBe(true);
		expect(read({ categories: 'pushiness; misleading' }).categories).toMatchObject([
			{ code: 'pushiness', source: 'reporter' },
			{ code: 'misleading', source: 'reporter' }
		]);
	});

	test('reads what an export wrote: lists, facts, and numbers that a sheet would reckon with', () => {
		const report = read({
			caller_number: "'+31851234567",
			narrative: "'-20% zei hij",
			contact_at: '',
			contacts: '2026-06-30 2026-06-28T17:05:00+00:00',
			filed_at: '2026-06-30T20:00:00+00:00',
			organisation: 'Zonnig Energie',
			stated_organisation: 'zonnig',
			facts: '{"consent":"no"}'
		});
		expect(report).toMatchObject({
			caller_number: '+31851234567',
			narrative: '-20% zei hij',
			organisation_name: 'Zonnig Energie',
			facts: { consent: 'no' },
			filed_at: '2026-06-30T20:00:00.000Z',
			contacts: [
				{ contact_at: '2026-06-28T17:05:00.000Z', is_time_known: true },
				{ contact_at: '2026-06-30T10:00:00.000Z', is_time_known: false }
			]
		});
	});

	test('keeps no personal data of the text, and a number that was hidden as a fact', () => {
		const report = read({ narrative: 'Bel mij op 0612345678.', caller_number: 'anoniem' });
		expect(report.narrative).not.toContain('0612345678');
		expect(report.caller_number).toBeNull();
		expect(report.facts).toEqual({ number_display: 'hidden' });
	});

	test.each([
		[{ kind: 'klacht' }, 'wrong_kind'],
		[{ channel: '' }, 'wrong_channel'],
		[{ caller_number: '12' }, 'wrong_caller_number'],
		[{ categories: 'helpful' }, 'wrong_categories'],
		[{ sector: 'cheese' }, 'wrong_sector'],
		[{ postcode4: '123' }, 'wrong_postcode4'],
		[{ facts: '[1]' }, 'wrong_facts'],
		[{ facts: '{' }, 'wrong_facts'],
		[{ caller_number: '', narrative: '' }, 'nothing_told'],
		[{ contact_at: '' }, 'contact_missing'],
		[{ contact_at: '30-06-2026' }, 'wrong_contact'],
		[{ contact_at: '2026-07-02' }, 'contact_in_the_future'],
		[{ contact_at: '0026-06-30' }, 'contact_too_long_ago'],
		[{ filed_at: '2026-06-30 18:00' }, 'contact_after_report'],
		[{ filed_at: '2026-07-02' }, 'filed_in_the_future'],
		[{ filed_at: 'later' }, 'wrong_filed_at']
	] as const)('%o is turned away', (changes, reason) => {
		expect(reasonFor(changes)).toBe(reason);
	});
});
