import { Temporal } from 'temporal-polyfill';

/** After this many days a complaint weighs half as much: see docs/statistics.md. */
export const halfLifeDays = 14;

/** How much a number is reported these days. */
export type Activity = 'busy' | 'active' | 'fading' | 'quiet';

type Day = { on: string; count: number };

/** Complaints until today, each with a weight that halves every fourteen days. */
export function weighActivity(days: readonly Day[], today: string): number {
	const now = Temporal.PlainDate.from(today);
	return days.reduce((sum, { on, count }) => {
		const age = Temporal.PlainDate.from(on).until(now).days;
		return age < 0 ? sum : sum + count * 2 ** (-age / halfLifeDays);
	}, 0);
}

/**
 * The weight in a word. Nothing for fewer than five complaints: then a word would tell of one
 * complaint when it came.
 */
export function activityOf(days: readonly Day[], today: string): Activity | null {
	const total = days.reduce((sum, { count }) => sum + count, 0);
	if (total < 5) return null;
	const weight = weighActivity(days, today);
	if (weight >= 10) return 'busy';
	if (weight >= 2.5) return 'active';
	return weight >= 0.5 ? 'fading' : 'quiet';
}
