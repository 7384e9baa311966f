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

function zoned(instant: Date) {
	return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(amsterdam);
}
