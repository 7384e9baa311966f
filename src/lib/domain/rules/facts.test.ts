import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFacts } from './facts.ts';
import { isAfter, parseMoment, plusDays, plusHours } from './moment.ts';

test('what is missing, misspelt or of another kind is unknown', () => {
	const facts = parseFacts({
		consent: 'nope',
		channel: ['phone_human'],
		org_type: { toString: () => 'charity' },
		customer_status: ' never ',
		offer_made: true,
		call_minutes: '7',
		contract_value_eur: '49,95',
		attempts_7d: -1,
		pressure: ['threat', 'nonsense'],
		claims: ['nonsense'],
		contact_at: '2026-02-30T12:00',
		objection_at: 'yesterday',
		nothing: 'known'
	});
	expect(facts).toMatchObject({
		consent: 'unknown',
		channel: 'unknown',
		org_type: 'unknown',
		customer_status: 'never',
		offer_made: 'yes',
		call_minutes: 7,
		contract_value_eur: 49.95,
		attempts_7d: null,
		pressure: ['threat'],
		claims: null,
		contact_at: null,
		objection_at: null,
		consumer_age: null
	});
	expect(facts).not.toHaveProperty('nothing');
	expect(parseFacts({ pressure: [] }).pressure).toEqual([]);
});

test('anything at all can be read as facts', () => {
	fc.assert(
		fc.property(fc.anything(), (sent) => {
			expect(parseFacts(sent).consent).toBeDefined();
			expect(parseFacts({ consent: sent, pressure: sent, contact_at: sent }).consent).toBeDefined();
		})
	);
});

test('a time without offset is that of a Dutch clock, in summer and in winter', () => {
	expect(parseMoment('2026-07-02T19:05')?.earliest).toBe(Date.parse('2026-07-02T17:05Z'));
	expect(parseMoment('2026-01-02 19:05:30')?.earliest).toBe(Date.parse('2026-01-02T18:05:30Z'));
	expect(parseMoment('2026-06-30T22:30:00Z')).toMatchObject({ day: '2026-07-01', time: '00:30' });
	expect(parseMoment('2026-01-02T19:05+0100')).toMatchObject({ day: '2026-01-02', time: '19:05' });
	// The hour that summer time skips, and the one that comes twice.
	expect(parseMoment('2026-03-29T02:30')).toMatchObject({ day: '2026-03-29', time: '02:30' });
	expect(parseMoment('2026-10-25T02:30')?.earliest).toBe(Date.parse('2026-10-25T00:30Z'));
	for (const nonsense of ['2026-07-02T25:00', '02-07-2026', '', null, 5, new Date(Number.NaN)]) {
		expect(parseMoment(nonsense)).toBeNull();
	}
});

test('a day without a time is anywhere on that day', () => {
	const day = parseMoment('2026-07-02');
	const time = parseMoment('2026-07-02T12:00');
	expect(isAfter(time, day)).toBe('unknown');
	expect(isAfter(time, parseMoment('2026-07-01'))).toBe('yes');
	expect(isAfter(parseMoment('2026-07-01'), time)).toBe('no');
	expect(isAfter(time, time)).toBe('no');
	expect(isAfter(time, null)).toBe('no');
});

test('days later is the same Dutch time, hours later is not, when summer time begins', () => {
	const before = parseMoment('2026-03-28T12:00')!;
	expect(plusDays(before, 1)).toMatchObject({ day: '2026-03-29', time: '12:00' });
	expect(plusHours(before, 24)).toMatchObject({ day: '2026-03-29', time: '13:00' });
});
