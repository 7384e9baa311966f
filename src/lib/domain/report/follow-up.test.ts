import { expect, test } from 'vitest';
import {
	canAddContact,
	canWithdraw,
	repeatedContact,
	repeatedMoment,
	withdrawal
} from './follow-up.ts';

const now = new Date('2026-07-02T18:00:00Z');
const momentOf = (sent: object) => repeatedMoment(repeatedContact.parse(sent), now);

test('a day with a time is that moment on the Dutch clock', () => {
	const contact_at = new Date('2026-07-01T17:05:00Z');
	const moment = { contact_at, is_time_known: true };
	expect(momentOf({ on: '2026-07-01', time: '19:05' })).toEqual({ ok: true, moment });
	expect(momentOf({ contact_at: '2026-07-01T19:05' })).toEqual({ ok: true, moment });
});

test('a day alone will do', () => {
	expect(momentOf({ on: '2026-07-01', time: '' })).toMatchObject({
		ok: true,
		moment: { is_time_known: false }
	});
});

test('nothing happened tomorrow, and the field is told', () => {
	expect(momentOf({ on: '2026-07-03' })).toEqual({
		ok: false,
		issues: [{ path: 'on', message: 'error_contact_in_the_future' }]
	});
});

test.each([{}, { on: '' }, { time: '19:05' }])('%j says no day', (sent) => {
	expect(repeatedContact.safeParse(sent).error?.issues[0]).toMatchObject({
		path: ['on'],
		message: 'error_date_needed'
	});
});

test('a reason is not needed to withdraw, and is not endless', () => {
	expect(withdrawal.parse({})).toEqual({ reason: null });
	expect(withdrawal.parse({ reason: '  ' })).toEqual({ reason: null });
	expect(withdrawal.safeParse({ reason: 'x'.repeat(1001) }).success).toBe(false);
});

test('what is over stays as it is', () => {
	expect([canWithdraw('open'), canWithdraw('held'), canWithdraw('closed')]).toEqual([
		true,
		true,
		false
	]);
	expect([canAddContact('expired'), canAddContact('withdrawn')]).toEqual([true, false]);
});
