import { dayOf, instantAt, timeOf } from '../calendar/amsterdam.ts';
import { addDays, addMonths, isDay } from '../calendar/days.ts';
import type { Truth } from './three-valued.ts';

/**
 * When something happened, as far as it is known: an instant, or somewhere on a Dutch day.
 * `time` is the Dutch time of day, `19:05`, or null when only the day is known.
 */
export type Moment = {
	day: string;
	time: string | null;
	readonly earliest: number;
	readonly latest: number;
};

const written =
	/^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A day, or a day and a time; a time without offset is that of a Dutch clock. Else null. */
export function parseMoment(typed: unknown): Moment | null {
	if (typed instanceof Date) return Number.isNaN(typed.getTime()) ? null : momentAt(typed);
	if (typeof typed !== 'string') return null;
	const [, day = '', time, seconds = '', offset] = written.exec(typed.trim()) ?? [];
	if (!isDay(day)) return null;
	if (!time) return onDay(day);
	if (!offset) return atTime(day, time, seconds);
	const zone = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
	return parseMoment(new Date(`${day}T${time}${seconds}${zone}`));
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
	const { day, earliest, latest } = moment;
	return { day, time: null, earliest: earliest + shift, latest: latest + shift };
}

/** The same time of day so many days later. */
export function plusDays(moment: Moment, days: number): Moment {
	return onOtherDay(moment, addDays(moment.day, days));
}

/** The same time of day so many months later, kept within the month. */
export function plusMonths(moment: Moment, months: number): Moment {
	return onOtherDay(moment, addMonths(moment.day, months));
}

function onOtherDay(moment: Moment, day: string): Moment {
	const { time } = moment;
	return time === null ? onDay(day) : atTime(day, time, secondsOf(moment));
}

/** What of a moment its time of day leaves out, `:29.5`. */
function secondsOf({ earliest }: Moment): string {
	return `:${((earliest % 60_000) / 1000).toFixed(3).padStart(6, '0')}`;
}

/** Most rules ask for the day only, so the instants are reckoned when they are asked for. */
function atTime(day: string, time: string, seconds = ''): Moment {
	const instant = () => instantAt(day, time + seconds).getTime();
	return {
		day,
		time,
		get earliest() {
			return instant();
		},
		get latest() {
			return instant();
		}
	};
}

function onDay(day: string): Moment {
	return {
		day,
		time: null,
		get earliest() {
			return instantAt(day, '00:00').getTime();
		},
		get latest() {
			return instantAt(addDays(day, 1), '00:00').getTime() - 1;
		}
	};
}
