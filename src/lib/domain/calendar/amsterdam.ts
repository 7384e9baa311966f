import { Temporal } from 'temporal-polyfill';

const amsterdam = 'Europe/Amsterdam';

/**
 * The instant of a Dutch wall clock. An hour that summer time skips moves forward; of an hour
 * that comes twice it is the first.
 * @throws RangeError when there is no such day or time.
 */
export function instantAt(day: string, time: string): Date {
	const local = Temporal.PlainDate.from(day, { overflow: 'reject' }).toPlainDateTime(
		Temporal.PlainTime.from(time, { overflow: 'reject' })
	);
	return new Date(local.toZonedDateTime(amsterdam).epochMilliseconds);
}

/** The Dutch day, `2026-07-02`, that an instant falls on. */
export function dayOf(instant: Date): string {
	return zoned(instant).toPlainDate().toString();
}

/** The Dutch time of day, `19:05`, of an instant. */
export function timeOf(instant: Date): string {
	return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** So many days after a day; negative is before. */
export function addDays(day: string, days: number): string {
	return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** So many months after a day, kept within the month it ends in; negative is before. */
export function addMonths(day: string, months: number): string {
	return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Monday of the ISO week a day lies in. */
export function weekOf(day: string): string {
	const date = Temporal.PlainDate.from(day);
	return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The first day of the month a day lies in. */
export function monthOf(day: string): string {
	return Temporal.PlainDate.from(day).with({ day: 1 }).toString();
}

/** Whether the text is a day of the calendar, `2026-02-30` being none. */
export function isDay(text: string): boolean {
	try {
		return /^\d{4}-\d{2}-\d{2}$/.test(text) && Boolean(Temporal.PlainDate.from(text));
	} catch {
		return false;
	}
}

function zoned(instant: Date) {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(amsterdam);
}
