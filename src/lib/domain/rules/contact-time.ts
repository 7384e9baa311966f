import {
	assumedHours,
	doorDayCheck,
	doorHoursCheck,
	phoneDayCheck,
	phoneHoursCheck,
	type DayCheck,
	type FieldCode,
	type HoursCheck,
	type PhoneCode
} from '../calendar/contact-hours.ts';
import type { Clause, RuleTables } from './clauses.ts';
import { fieldCodeOn, phoneCodeOn } from './regimes.ts';
import type { Truth } from './three-valued.ts';

/*
 * The checks of day and hour as clauses. Hours that nobody compared with the text of the code yet
 * are at most possible; Sundays, sure holidays and days of mourning are not capped.
 */

/** Called outside the hours, or in a special evening, on a day for calling. */
export const isOutsidePhoneHours: Clause = ({ facts, tables }) => {
	const contact = facts.contact_at;
	if (!contact) return 'unknown';
	const code = phoneCodeOn(contact.day);
	if (!code) return 'no';
	if (contact.time === null) {
		// Any hour of a forbidden day is the business of the rule about days.
		const isAllowed = isOpen(phoneDayCheck(contact.day, code, tables.mourning_days));
		return isAllowed ? 'unknown' : 'no';
	}
	const check = phoneHoursCheck(contact.day, contact.time, code, tables.mourning_days);
	return isForbiddenHour(check, code, tables);
};

/** Called on a Sunday, a holiday or a day of mourning. */
export const isForbiddenPhoneDay: Clause = ({ facts, tables }) => {
	const contact = facts.contact_at;
	if (!contact) return 'unknown';
	const code = phoneCodeOn(contact.day);
	return code ? isForbiddenDay(phoneDayCheck(contact.day, code, tables.mourning_days)) : 'no';
};

/** At the door on a forbidden day or outside the hours. */
export const isOutsideDoorHours: Clause = ({ facts, tables }) => {
	const contact = facts.contact_at;
	if (!contact) return 'unknown';
	const code = fieldCodeOn(contact.day);
	if (!code) return 'no';
	const day = doorDayCheck(contact.day);
	if (!isOpen(day)) return 'yes';
	if (contact.time === null) return day === 'maybe' ? 'maybe' : 'unknown';
	return isForbiddenHour(doorHoursCheck(contact.day, contact.time, code), code, tables);
};

function isOpen(check: DayCheck): boolean {
	return check === 'ok' || check === 'maybe';
}

function isForbiddenDay(check: DayCheck): Truth {
	if (check === 'maybe') return 'maybe';
	return check === 'ok' ? 'no' : 'yes';
}

function isForbiddenHour(
	check: HoursCheck,
	code: PhoneCode | FieldCode,
	tables: RuleTables
): Truth {
	if (check === 'maybe') return 'maybe';
	if (check !== 'outside' && check !== 'special_evening') return 'no';
	const isAssumed = assumedHours.includes(code) && !tables.hours_verified[code];
	return isAssumed ? 'maybe' : 'yes';
}
