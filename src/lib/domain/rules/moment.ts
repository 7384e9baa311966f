import { dayOf, instantAt, timeOf } from '../calendar/amsterdam.ts';
import { addDays, addMonths, isDay } from '../calendar/days.ts';
import type { Truth } from './three-valued.ts';

/**
 * When something happened, as far as it is known: an instant, or somewhere on a Dutch day.
 * `time` is the Dutch time of day, `19:05`, or null when only the day is known.
 */
export type Moment = { day: string; time: string | null; earliest: number; latest: number };

/** A day, or a day and a time; a time without offset is that of a Dutch clock. Else null. */
export function parseMoment(typed: unknown): Moment | null {
	if (typed instanceof Date) return Number.isNaN(typed.getTime()) ? null : momentAt(typed);
	if (typeof typed !== 'string') return null;
	const parts =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
			typed.trim()
		);
	const [, day = '', time, seconds = '', offset] = parts ?? [];
	if (!isDay(day)) return null;
	if (!time) return onDay(day);
	try {
		if (offset) {
			const zone = offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
			return parseMoment(new Date(`${day}T${time}${seconds}${zone}`));
		}
		const instant = instantAt(day, time + seconds).getTime();
		return { day, time, earliest: instant, latest: instant };
	} catch {
		return null;
	}
}

export function momentAt(instant: Date): Moment {
	const ms = instant.getTime();
	return { day: dayOf(instant), time: timeOf(instant), earliest: ms, latest: ms };
}

/** Whether one came after the other; with either missing, no. */
export function isAfter(late: Moment | null, early: Moment | null): Truth {
	if (!late || !early || late.latest <= early.earliest) return 'no';
	return late.earliest > early.latest ? 'yes' : 'unknown';
}

/** Whether one came before the other or with it; with either missing, no. */
export function isNotAfter(early: Moment | null, late: Moment | null): Truth {
	if (!late || !early || early.earliest > late.latest) return 'no';
	return early.latest <= late.earliest ? 'yes' : 'unknown';
}

export function plusHours(moment: Moment, hours: number): Moment {
	const shift = hours * 3_600_000;
	if (moment.time !== null) return momentAt(new Date(moment.earliest + shift));
	return { ...moment, earliest: moment.earliest + shift, latest: moment.latest + shift };
}

/** The same time of day so many days later. */
export function plusDays(moment: Moment, days: number): Moment {
	return onOtherDay(moment, addDays(moment.day, days));
}

/** The same time of day so many months later, kept within the month. */
export function plusMonths(moment: Moment, months: number): Moment {
	return onOtherDay(moment, addMonths(moment.day, months));
}

function onOtherDay({ time }: Moment, day: string): Moment {
	if (time === null) return onDay(day);
	const instant = instantAt(day, time).getTime();
	return { day, time, earliest: instant, latest: instant };
}

function onDay(day: string): Moment {
	return {
		day,
		time: null,
		earliest: instantAt(day, '00:00').getTime(),
		latest: instantAt(addDays(day, 1), '00:00').getTime() - 1
	};
}
