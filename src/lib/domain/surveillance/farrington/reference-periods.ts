/**
 * How periods lie in the calendar. By number a year is always so many periods; by date a week is
 * compared with the week in which the same day fell, so that years of 53 weeks do not shift.
 */
export type Calendar = {
	length: number;
	freq: number;
	/** The first day of each period in days since 1970, when they are compared by date. */
	days: readonly number[] | null;
};

const millisecondsPerDay = 86_400_000;

/** The period itself, and the same period one, two and more years before. */
export function yearsBefore(period: number, years: number, calendar: Calendar): number[] {
	const same = Array.from({ length: years + 1 }, (_, year) =>
		calendar.days
			? calendar.days.indexOf(sameDayBefore(calendar.days[period]!, year, calendar.freq))
			: period - year * calendar.freq
	);
	if (same.some((index) => index < 0)) {
		throw new RangeError('some reference periods do not exist; decrease b or postpone the range');
	}
	return same;
}

function sameDayBefore(day: number, years: number, freq: number): number {
	const date = new Date(day * millisecondsPerDay);
	const moved = new Date(date);
	moved.setUTCFullYear(date.getUTCFullYear() - years);
	const before = Math.round(moved.getTime() / millisecondsPerDay);
	if (freq !== 52) return before;
	// The nearest day of the same weekday.
	const first = before - (moved.getUTCDay() - date.getUTCDay());
	const second = first > before ? first - 7 : first + 7;
	return Math.abs(first - before) > Math.abs(second - before) ? second : first;
}

/** The first days of periods from a start on: Mondays of ISO weeks, firsts of months, or days. */
export function daysFrom(
	[year, period]: readonly [number, number],
	freq: number,
	length: number
): number[] {
	const dayOf = (month: number, day: number) => Date.UTC(year, month, day) / millisecondsPerDay;
	if (freq === 12) return Array.from({ length }, (_, index) => dayOf(period - 1 + index, 1));
	if (freq === 365) return Array.from({ length }, (_, index) => dayOf(0, period + index));
	if (freq !== 52) throw new RangeError('by date a year is 12 months, 52 weeks or 365 days');
	// The fourth of January always lies in the first ISO week.
	const fourth = dayOf(0, 4);
	const weekday = (new Date(fourth * millisecondsPerDay).getUTCDay() + 6) % 7;
	const monday = fourth - weekday + 7 * (period - 1);
	return Array.from({ length }, (_, index) => monday + 7 * index);
}
