import { expect, test } from 'vitest';
import { doorHoursCheck, phoneDayCheck, phoneHoursCheck } from './contact-hours.ts';

test.each([
	['2026-04-06', '11:00', 'CTM24', 'holiday'],
	['2026-05-04', '18:45', 'CTM24', 'maybe'],
	['2026-05-04', '18:29', 'CTM24', 'ok'],
	['2026-05-04', '18:30', 'CTM24', 'maybe'],
	['2026-05-04', '19:00', 'CTM24', 'special_evening'],
	['2026-05-04', '19:10', 'CTM24', 'special_evening'],
	['2023-05-04', '18:31', 'CTM21', 'special_evening'],
	['2023-05-04', '18:29', 'CTM21', 'ok'],
	['2026-07-04', '15:59', 'CTM24', 'ok'],
	['2026-07-04', '16:00', 'CTM24', 'outside'],
	['2026-07-04', '09:59', 'CTM24', 'outside'],
	['2026-07-06', '21:59', 'CTM24', 'ok'],
	['2026-07-06', '22:00', 'CTM24', 'outside'],
	['2026-07-06', '09:00', 'CTM24', 'ok'],
	['2026-07-06', '08:59', 'CTM24', 'outside'],
	['2026-07-05', '12:00', 'CTM24', 'sunday'],
	['2026-04-03', '18:59', 'CTM24', 'ok'],
	['2026-04-03', '19:00', 'CTM24', 'maybe'],
	['2024-03-29', '19:30', 'CTM21', 'ok'],
	// A disputed day has its ordinary hours; the day itself is looked at apart.
	['2026-04-27', '12:00', 'CTM24', 'ok'],
	['2026-04-27', '22:30', 'CTM24', 'outside'],
	// 5 December 2020 was a Saturday: the Saturday end was earlier than the special evening.
	['2020-12-05', '15:00', 'CTM20', 'ok'],
	['2020-12-05', '18:31', 'CTM20', 'outside'],
	['2026-12-31', '21:00', 'CTM24', 'ok']
] as const)('calling on %s at %s under %s is %s', (day, time, code, expected) => {
	expect(phoneHoursCheck(day, time, code, [])).toBe(expected);
});

test('a day of mourning comes from the table, and only under the code that names such days', () => {
	const mourning = ['2026-03-10', '2014-07-23'];
	expect(phoneDayCheck('2026-03-10', 'CTM24', mourning)).toBe('mourning');
	expect(phoneHoursCheck('2026-03-10', '12:00', 'CTM24', mourning)).toBe('mourning');
	expect(phoneDayCheck('2014-07-23', 'CTM12', mourning)).toBe('ok');
	expect(phoneDayCheck('2026-03-11', 'CTM24', mourning)).toBe('ok');
	expect(phoneDayCheck('2026-04-27', 'CTM24', mourning)).toBe('maybe');
	expect(phoneDayCheck('2026-05-05', 'CTM24', mourning)).toBe('maybe');
});

test.each([
	['2022-03-08', '20:59', 'RFM16', 'ok'],
	['2022-03-08', '21:00', 'RFM16', 'outside'],
	['2022-03-12', '19:59', 'RFM16', 'ok'],
	['2022-03-12', '20:00', 'RFM16', 'outside'],
	['2022-12-24', '19:30', 'RFM16', 'special_evening'],
	['2022-05-04', '18:59', 'RFM16', 'ok'],
	['2026-05-04', '18:45', 'CFM23', 'ok'],
	['2026-05-04', '19:00', 'CFM23', 'special_evening'],
	['2026-04-03', '19:00', 'CFM23', 'maybe'],
	['2023-04-07', '19:00', 'RFM16', 'ok'],
	['2026-05-25', '12:00', 'CFM23', 'holiday'],
	['2026-05-24', '12:00', 'CFM23', 'sunday'],
	['2026-05-05', '12:00', 'CFM23', 'maybe'],
	['2026-05-05', '21:30', 'CFM23', 'outside']
] as const)('at the door on %s at %s under %s is %s', (day, time, code, expected) => {
	expect(doorHoursCheck(day, time, code)).toBe(expected);
});
