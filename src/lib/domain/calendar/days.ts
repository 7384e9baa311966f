/*
 * Days of the calendar, written `2026-07-02`. They know no clock and no time zone, so they are
 * reckoned in UTC, where every day has 24 hours.
 */

const dayMs = 86_400_000;

/** Whether the text is a day of the calendar, `2026-02-30` being none. */
export function isDay(text: string): boolean {
	return (
		/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
	);
}

/** So many days after a day; negative is before. */
export function addDays(day: string, days: number): string {
	return written(Date.parse(day) + days * dayMs);
}

/** How many days the second day comes after the first; negative when it comes before. */
export function daysBetween(first: string, second: string): number {
	return (Date.parse(second) - Date.parse(first)) / dayMs;
}

/** So many months after a day, kept within the month it ends in; negative is before. */
export function addMonths(day: string, months: number): string {
	const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
	const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return written(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)));
}

/** Monday of the ISO week a day lies in. */
export function weekOf(day: string): string {
	return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The first day of the month a day lies in. */
export function monthOf(day: string): string {
	return `${day.slice(0, 7)}-01`;
}

function written(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}
