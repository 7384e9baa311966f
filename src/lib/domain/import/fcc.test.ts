import { describe, expect, test } from 'vitest';
import { fcc } from './fcc.ts';

const now = new Date('2026-07-01T12:00:00Z');
const row = {
	'Ticket ID': '1000001',
	// 09:02:31 in Washington.
	'Ticket Created': '1464181351',
	'Date of Issue': '2016-05-24T00:00:00',
	'Time of Issue': '7:24 PM',
	Form: 'Phone',
	Method: 'Wired',
	Issue: 'Telemarketing (including do not call and spoofing)',
	'Caller ID Number': '202-555-0101',
	'Type of Call or Messge': 'Live Voice',
	'Advertiser Business Number': '',
	City: 'Springfield',
	State: 'OH',
	Zip: '45501'
};

function read(changes: Partial<typeof row> = {}) {
	const reading = fcc.read({ ...row, ...changes }, now);
	if (!reading.ok) throw new Error(reading.reason);
	return reading.report;
}

function reasonFor(changes: Partial<typeof row>) {
	const reading = fcc.read({ ...row, ...changes }, now);
	return reading.ok ? undefined : reading.reason;
}

describe('a row of the FCC', () => {
	test('is a complaint about a call, with an American number and nothing of where one lives', () => {
		const report = read();
		expect(report).toMatchObject({
			kind: 'complaint',
			channel: 'phone',
			caller_number: '+12025550101',
			number_country: 'US',
			// On the clocks of the consumer and of Washington, as if they hung in the Netherlands.
			filed_at: '2016-05-25T07:02:31.000Z',
			contacts: [{ contact_at: '2016-05-24T17:24:00.000Z', is_time_known: true }]
		});
		expect(JSON.stringify(report)).not.toMatch(/springfield|45501/i);
	});

	test.each([
		['2:30 p.m.', '12:30'],
		['2:30 pm', '12:30'],
		['12:05 am', '22:05'],
		['12:05 PM', '10:05'],
		['7:00 am', '05:00']
	])('reads the time %o', (time, utc) => {
		const { contacts } = read({ 'Time of Issue': time });
		expect(contacts[0]!.contact_at).toContain(`T${utc}`);
		expect(contacts[0]!.is_time_known).toBe(true);
	});

	test('without a time it has the day alone', () => {
		expect(read({ 'Time of Issue': '' }).contacts).toEqual([
			{ contact_at: '2016-05-24T10:00:00.000Z', is_time_known: false }
		]);
	});

	test('about a text it is of the channel of messages, and a recording is a fact', () => {
		expect(read({ 'Type of Call or Messge': 'Text Message' }).channel).toBe('message');
		expect(read({ 'Type of Call or Messge': 'Prerecorded Voice' }).facts).toMatchObject({
			recorded_message: 'yes'
		});
		expect(read().facts).not.toHaveProperty('recorded_message');
	});

	test.each([
		[{ Form: 'Internet', Issue: 'Speed' }, 'no_sales_call'],
		[{ Issue: 'Billing' }, 'no_sales_call'],
		[{ 'Caller ID Number': '' }, 'number_missing'],
		[{ 'Caller ID Number': 'None' }, 'number_missing'],
		[{ 'Caller ID Number': '1234' }, 'number_malformed'],
		[{ 'Caller ID Number': '000-000-0000' }, 'number_is_a_placeholder'],
		[{ 'Ticket Created': 'yesterday' }, 'created_date_unreadable'],
		[{ 'Date of Issue': '2016-02-30T00:00:00' }, 'issue_date_unreadable'],
		[{ 'Date of Issue': '0016-05-24T00:00:00' }, 'issue_too_long_ago'],
		[{ 'Time of Issue': '13:30 pm' }, 'issue_time_unreadable'],
		// In the evening of the day on which it was reported in the morning.
		[{ 'Date of Issue': '2016-05-25T00:00:00' }, 'issue_after_ticket']
	])('%o is turned away', (changes, reason) => {
		expect(reasonFor(changes)).toBe(reason);
	});
});
