import {
	isDisputedHoliday,
	isGoodFriday,
	isHoliday,
	isSaturday,
	isSpecialEvening,
	isSunday
} from './holidays.ts';

/*
 * When the codes of the sector let anyone sell by phone or at the door. The law itself knows no
 * hours. Start of a time slot included, end excluded: 22:00 is outside.
 * Sources: Code Telemarketing 2012 art. 9; later versions say which days, their hours were not
 * seen; Code Fieldmarketing. See docs/rules.md.
 */

/** Versions of the Code Telemarketing. */
export type PhoneCode = 'CTM12' | 'CTM20' | 'CTM21' | 'CTM24';
/** Versions of the code for field marketing. */
export type FieldCode = 'RFM16' | 'CFM23';

export type DayCheck = 'ok' | 'sunday' | 'holiday' | 'mourning' | 'maybe';
/** `maybe`: the sources do not settle whether this hour, or this day, was allowed. */
export type HoursCheck = DayCheck | 'outside' | 'special_evening';

/**
 * Versions whose hours nobody has compared with the text of the code yet: they are assumed to be
 * those of the version before. Set to checked in the tables once somebody has.
 */
export const assumedHours: readonly (PhoneCode | FieldCode)[] = [
	'CTM20',
	'CTM21',
	'CTM24',
	'CFM23'
];

const evening = { early: '18:30', late: '19:00' };

/** @param mourningDays national days of mourning, as the government announced them */
export function phoneDayCheck(
	day: string,
	code: PhoneCode,
	mourningDays: readonly string[]
): DayCheck {
	if (isSunday(day)) return 'sunday';
	if (isHoliday(day)) return 'holiday';
	if (code === 'CTM24' && mourningDays.includes(day)) return 'mourning';
	return isDisputedHoliday(day) ? 'maybe' : 'ok';
}

/**
 * Whether a time of day, `19:05`, was within the hours for calling. On a day that is no day for
 * calling at all the answer is that of the day; a disputed day has its ordinary hours.
 */
export function phoneHoursCheck(
	day: string,
	time: string,
	code: PhoneCode,
	mourningDays: readonly string[]
): HoursCheck {
	const dayCheck = phoneDayCheck(day, code, mourningDays);
	if (dayCheck !== 'ok' && dayCheck !== 'maybe') return dayCheck;
	const [opens, closes] = isSaturday(day) ? ['10:00', '16:00'] : ['09:00', '22:00'];
	if (time < opens || time >= closes) return 'outside';
	if (code !== 'CTM24') {
		return isSpecialEvening(day) && time >= evening.early ? 'special_evening' : 'ok';
	}
	if (isSpecialEvening(day)) {
		if (time >= evening.late) return 'special_evening';
		return time >= evening.early ? 'maybe' : 'ok';
	}
	return isGoodFriday(day) && time >= evening.late ? 'maybe' : 'ok';
}

export function doorDayCheck(day: string): DayCheck {
	if (isSunday(day)) return 'sunday';
	if (isHoliday(day)) return 'holiday';
	return isDisputedHoliday(day) ? 'maybe' : 'ok';
}

/**
 * Whether a time of day was within the hours for selling at the door. In the street and at a stand
 * neither code sets hours. The energy code keeps 21:00 on weekdays, as these hours do.
 */
export function doorHoursCheck(day: string, time: string, code: FieldCode): HoursCheck {
	const dayCheck = doorDayCheck(day);
	if (dayCheck === 'sunday' || dayCheck === 'holiday') return dayCheck;
	const [opens, closes] = isSaturday(day) ? ['10:00', '20:00'] : ['09:00', '21:00'];
	if (time < opens || time >= closes) return 'outside';
	if (isSpecialEvening(day) && time >= evening.late) return 'special_evening';
	if (code === 'CFM23' && isGoodFriday(day) && time >= evening.late) return 'maybe';
	return dayCheck;
}
