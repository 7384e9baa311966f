import { addDays, addMonths } from './days.ts';
import { isDisputedHoliday, isGoodFriday, isHoliday, isSaturday, isSunday } from './holidays.ts';

/*
 * Terms in days, counted as the Algemene termijnenwet counts them: the day of the event itself is
 * not counted, and a term runs to the end of its last day.
 */

/**
 * Whether offices work. Good Friday, King's Day and 5 May are no working days: the Algemene
 * termijnenwet (art. 3) sets them equal to Sundays, which gives organisations the longer term.
 */
export function isWorkingDay(day: string): boolean {
	return !(
		isSunday(day) ||
		isSaturday(day) ||
		isHoliday(day) ||
		isGoodFriday(day) ||
		isDisputedHoliday(day)
	);
}

/** The last day of a term of so many working days after a day. */
export function addWorkingDays(day: string, many: number): string {
	let last = day;
	for (let left = many; left > 0;) {
		last = addDays(last, 1);
		if (isWorkingDay(last)) left -= 1;
	}
	return last;
}

/**
 * The day itself when it is a working day, else the next one: a term that ends on a day off ends
 * on the next working day. For the term to withdraw this rests on Regulation 1182/71, art. 3(4).
 */
export function onWorkingDay(day: string): string {
	let next = day;
	while (!isWorkingDay(next)) next = addDays(next, 1);
	return next;
}

/**
 * The last day on which a consumer may withdraw from a contract, before any move to a working day.
 * @param wasInformed whether the consumer was told of the right; if not, twelve months are added
 */
export function endOfWithdrawal(start: string, days: number, wasInformed: boolean): string {
	const end = addDays(start, days);
	return wasInformed ? end : addMonths(end, 12);
}
