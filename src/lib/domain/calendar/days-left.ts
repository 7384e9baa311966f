import { dayOf } from './amsterdam.ts';

const dayMs = 86_400_000;

/** The last day of a term that ends at a moment: midnight belongs to the day before. */
export const lastDayOf = (dueAt: string) => dayOf(new Date(Date.parse(dueAt) - 1));

/** How many days are left after today; 0 is the last day itself, below that it is over. */
export function daysLeft(dueAt: string, now: Date): number {
	return Math.round((Date.parse(lastDayOf(dueAt)) - Date.parse(dayOf(now))) / dayMs);
}
