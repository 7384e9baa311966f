import { addDays, daysBetween } from './days.ts';

/**
 * Easter Sunday of a year in the Gregorian calendar.
 * Source: the anonymous algorithm of Nature, 20 April 1876, as in Meeus, _Astronomical Algorithms_.
 */
export function easter(year: number): string {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const ofCentury = year % 100;
	const leapCenturies = Math.floor(century / 4);
	const moonShift = Math.floor((century + 8) / 25);
	const moonOrbit = Math.floor((century - moonShift + 1) / 3);
	const epact = (19 * golden + century - leapCenturies - moonOrbit + 15) % 30;
	const leapYears = Math.floor(ofCentury / 4);
	const weekday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (ofCentury % 4)) % 7;
	const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
	const sum = epact + weekday - 7 * correction + 114;
	return dayIn(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** 27 April, until 2014 Queen's Day on 30 April; the day before when that is a Sunday. */
export function kingsDay(year: number): string {
	const birthday = year < 2014 ? dayIn(year, 4, 30) : dayIn(year, 4, 27);
	return isSunday(birthday) ? addDays(birthday, -1) : birthday;
}

export function goodFriday(year: number): string {
	return addDays(easter(year), -2);
}

/**
 * Days on which selling by phone or at the door is certainly not allowed, besides Sundays: New
 * Year's Day, Easter Monday, Ascension Day, Whit Monday and Christmas.
 * Source: Algemene termijnenwet art. 3 and Winkeltijdenwet art. 2, where both name the day.
 */
export function isHoliday(day: string): boolean {
	const monthAndDay = day.slice(5);
	if (monthAndDay === '01-01' || monthAndDay === '12-25' || monthAndDay === '12-26') return true;
	return [1, 39, 50].includes(daysAfterEaster(day));
}

/**
 * King's Day and Liberation Day: holidays in general, but not known to be days on which the codes
 * forbid selling. Source: Algemene termijnenwet art. 3; Winkeltijdenwet art. 2 does not name them.
 */
export function isDisputedHoliday(day: string): boolean {
	return day === kingsDay(yearOf(day)) || day.slice(5) === '05-05';
}

export function isGoodFriday(day: string): boolean {
	return daysAfterEaster(day) === -2;
}

/** 4 May (Remembrance Day), 5 December (Saint Nicholas' Eve) and 24 December (Christmas Eve). */
export function isSpecialEvening(day: string): boolean {
	return ['05-04', '12-05', '12-24'].includes(day.slice(5));
}

export function isSunday(day: string): boolean {
	return new Date(day).getUTCDay() === 0;
}

export function isSaturday(day: string): boolean {
	return new Date(day).getUTCDay() === 6;
}

function daysAfterEaster(day: string): number {
	return daysBetween(easter(yearOf(day)), day);
}

function yearOf(day: string): number {
	return Number(day.slice(0, 4));
}

function dayIn(year: number, month: number, dayOfMonth: number): string {
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
