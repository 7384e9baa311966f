import { addDays } from '../calendar/days.ts';

export const answerStates = ['in_time', 'late', 'unanswered', 'waiting'] as const;

/** How complaints were answered, by the day they were put to the organisation. */
export type AnswerBehaviour = {
	in_time: number;
	late: number;
	/** Without an answer, and the term is over. */
	unanswered: number;
	/** Without an answer, and the organisation still has time. */
	waiting: number;
	/** How many were answered so many days after delivery; the last one counts all that took longer. */
	days: number[];
	/** Half of the answers came within so many days; null without answers. */
	median_days: number | null;
};

/** From here on days are not told apart. */
export const mostAnswerDays = 61;

/**
 * @param counts per number of days to the answer (`none` without one) and day of delivery
 * @param term the days an organisation has
 */
export function answerBehaviour(
	counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
	term: number,
	today: string
): AnswerBehaviour {
	const behaviour: AnswerBehaviour = {
		in_time: 0,
		late: 0,
		unanswered: 0,
		waiting: 0,
		days: Array.from({ length: mostAnswerDays + 1 }, () => 0),
		median_days: null
	};
	for (const [value, byDay] of counts) {
		for (const [day, count] of byDay) {
			if (value === 'none') {
				behaviour[addDays(day, term) < today ? 'unanswered' : 'waiting'] += count;
				continue;
			}
			const days = Math.min(Number(value), mostAnswerDays);
			behaviour.days[days]! += count;
			behaviour[days <= term ? 'in_time' : 'late'] += count;
		}
	}
	return { ...behaviour, median_days: medianOf(behaviour.days) };
}

function medianOf(days: readonly number[]): number | null {
	const total = days.reduce((sum, count) => sum + count, 0);
	if (total === 0) return null;
	let sum = 0;
	return days.findIndex((count) => (sum += count) * 2 >= total);
}
