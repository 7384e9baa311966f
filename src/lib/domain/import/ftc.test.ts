import { describe, expect, test } from 'vitest';
import { ftc } from './ftc.ts';

const now = new Date('2026-07-01T12:00:00Z');
const row = {
	Company_Phone_Number: '2025550101',
	Created_Date: '2019-12-13 10:00:00',
	Violation_Date: '2019-12-12 20:55:00',
	Consumer_City: 'SPRINGFIELD',
	Consumer_State: 'Ohio',
	Consumer_Area_Code: '202',
	Subject: 'No Subject Provided',
	Recorded_Message_Or_Robocall: 'Y'
};

function read(changes: Partial<typeof row> = {}) {
	const reading = ftc.read({ ...row, ...changes }, now);
	if (!reading.ok) throw new Error(reading.reason);
	return reading.report;
}

function reasonFor(changes: Partial<typeof row>) {
	const reading = ftc.read({ ...row, ...changes }, now);
	return reading.ok ? undefined : reading.reason;
}

describe('a row of the FTC', () => {
	test('is a complaint about a call, with an American number', () => {
		expect(read()).toMatchObject({
			kind: 'complaint',
			channel: 'phone',
			caller_number: '+12025550101',
			facts: { recorded_message: 'yes' }
		});
	});

	test.each(['2025550101', '12025550101', '+12025550101', ' 202 555 0101 '])(
		'reads the number %o',
		(Company_Phone_Number) => {
			expect(read({ Company_Phone_Number }).caller_number).toBe('+12025550101');
		}
	);

	test.each([
		['', 'number_missing'],
		['  ', 'number_missing'],
		['202555xxxx', 'number_malformed'],
		['Multiple#s', 'number_malformed'],
		['2025550106;222', 'number_malformed'],
		['__________', 'number_malformed'],
		['5006', 'number_malformed'],
		['5550101', 'number_malformed'],
		['31287279778476813989', 'number_malformed'],
		["'+120255501019999", 'number_malformed'],
		['0000000000', 'number_is_a_placeholder'],
		['1111111111', 'number_is_a_placeholder']
	])('turns the number %o away: %s', (Company_Phone_Number, reason) => {
		expect(reasonFor({ Company_Phone_Number })).toBe(reason);
	});

	test('stands on the day the consumer knows, on the clock of the consumer', () => {
		const { contacts } = read({ Violation_Date: '2019-12-12 23:59:00' });
		expect(contacts).toEqual([{ contact_at: '2019-12-12T22:59:00.000Z', is_time_known: true }]);
	});

	test('at midnight to the second has no time, and stands at noon', () => {
		const { contacts } = read({ Violation_Date: '2019-12-12 00:00:00' });
		expect(contacts).toEqual([{ contact_at: '2019-12-12T11:00:00.000Z', is_time_known: false }]);
	});

	test('of today without a time stands no later than its report', () => {
		const { contacts, filed_at } = read({ Violation_Date: '2019-12-13 00:00:00' });
		expect(contacts[0]).toEqual({ contact_at: filed_at, is_time_known: false });
	});

	test('within the hour after its report is rounded, and stands at its report', () => {
		const { contacts, filed_at } = read({ Violation_Date: '2019-12-13 10:59:00' });
		expect(contacts[0]!.contact_at).toBe(filed_at);
	});

	test('from a place whose clocks are ahead may stand that much later', () => {
		expect(reasonFor({ Violation_Date: '2019-12-13 11:59:00' })).toBe('violation_after_report');
		expect(
			reasonFor({ Violation_Date: '2019-12-13 11:59:00', Consumer_State: 'Puerto Rico' })
		).toBeUndefined();
	});

	test.each([
		[{ Violation_Date: '2019-12-26 17:59:00' }, 'violation_after_report'],
		[{ Violation_Date: '2019-12-14 00:00:00' }, 'violation_after_report'],
		[{ Violation_Date: '2019-02-30 17:59:00' }, 'violation_date_unreadable'],
		[{ Violation_Date: '' }, 'violation_date_unreadable'],
		[{ Violation_Date: '1909-12-12 17:59:00' }, 'violation_too_long_ago'],
		[{ Created_Date: '13/12/2019' }, 'created_date_unreadable'],
		[{ Created_Date: '2019-12-13 24:00:00' }, 'created_date_unreadable']
	])('turns away %o', (changes, reason) => {
		expect(reasonFor(changes)).toBe(reason);
	});

	test('tells nothing of where the consumer lives', () => {
		expect(JSON.stringify(read({ Subject: 'Other' }))).not.toMatch(/springfield|ohio/i);
	});

	test('has a category only where the form says so', () => {
		const impersonation = 'Calls pretending to be government, businesses, or family and friends';
		expect(read({ Recorded_Message_Or_Robocall: 'N' }).categories).toEqual([]);
		expect(read({ Subject: impersonation }).categories).toEqual([
			{ code: 'misleading', source: 'suggested', score: null },
			{ code: 'unwanted_contact', source: 'suggested', score: null }
		]);
	});

	test('reads a subject with double spaces', () => {
		const { facts, sector } = read({ Subject: 'Home improvement  & cleaning' });
		expect([facts.subject, sector]).toEqual(['Home improvement & cleaning', 'home_improve']);
	});
});
