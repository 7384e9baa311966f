import { addDays, daysBetween, weekOf } from '../calendar/days.ts';
import { standOut } from '../surveillance/false-alarms.ts';
import { judgeWeek, type WeekJudgement, type WeeklySeries } from './judge-week.ts';

/** Of what is told in a week, no more than this share is chance. */
export const falseAlarmBudget = 0.05;

/** How many weeks the chart of a signal goes back. */
const weeksShown = 26;

export type Counted<Subject> = {
	subject: Subject;
	mondays: readonly string[];
	counts: readonly number[];
};

export type ShownWeek = {
	on: string;
	observed: number;
	expected: number | null;
	bound: number | null;
};

export type Found<Subject> = {
	subject: Subject;
	method: WeekJudgement['method'];
	/** Mondays of the first and the newest week that stood out. */
	since_on: string;
	last_on: string;
	observed: number;
	expected: number;
	bound: number;
	pvalue: number;
	weeks: ShownWeek[];
};

type Question = {
	/** Mondays of the first week of the figures, and of the first and the last one to judge. */
	first: string;
	from: string;
	last: string;
	/** Days that cannot be compared across. */
	breaks: readonly string[];
};

/**
 * The series that rose above what their own past lets expect, in any of the weeks. Every week has one
 * budget of false alarms over all series that could be judged in it. Only rises: that fewer reports
 * come in does not tell that people are called less, or better.
 */
export function findSignals<Subject>(
	counted: readonly Counted<Subject>[],
	{ first, from, last, breaks }: Question
): Found<Subject>[] {
	const weekAt = (index: number) => addDays(first, 7 * index);
	const indexOf = (monday: string) => daysBetween(first, monday) / 7;
	const series = counted.map((one) => dense(one, first, indexOf(last) + 1));
	const alarms = new Map<number, { week: number; judgement: WeekJudgement }[]>();
	for (let week = Math.max(0, indexOf(from)); week <= indexOf(last); week += 1) {
		const comparable = { from: sinceBreak(weekAt(week), breaks, first) };
		const judged = series.map((one) => judgeWeek({ ...one, ...comparable }, week));
		const isOut = standOut(
			judged.map((judgement) => judgement?.pvalue ?? NaN),
			falseAlarmBudget
		);
		judged.forEach((judgement, index) => {
			if (!judgement || !isOut[index] || series[index]!.counts[week]! <= judgement.bound) return;
			alarms.set(index, [...(alarms.get(index) ?? []), { week, judgement }]);
		});
	}
	return [...alarms].map(([index, weeks]) => {
		const newest = weeks.at(-1)!;
		const { counts } = series[index]!;
		const shown = Array.from({ length: Math.min(weeksShown, newest.week + 1) }, (_, i) => {
			const week = newest.week - Math.min(weeksShown, newest.week + 1) + 1 + i;
			const one = { ...series[index]!, from: sinceBreak(weekAt(week), breaks, first) };
			const judgement = judgeWeek(one, week);
			const [expected, bound] = [judgement?.expected ?? null, judgement?.bound ?? null];
			return { on: weekAt(week), observed: counts[week]!, expected, bound };
		});
		return {
			subject: counted[index]!.subject,
			...newest.judgement,
			since_on: weekAt(weeks[0]!.week),
			last_on: weekAt(newest.week),
			observed: counts[newest.week]!,
			weeks: shown
		};
	});
}

/** The first whole week after the last break before a week. */
function sinceBreak(monday: string, breaks: readonly string[], first: string): number {
	const starts = breaks
		.filter((day) => day <= monday)
		.map((day) => (weekOf(day) === day ? day : addDays(weekOf(day), 7)));
	return Math.max(0, ...starts.map((start) => daysBetween(first, start) / 7));
}

function dense<Subject>(one: Counted<Subject>, first: string, length: number): WeeklySeries {
	const counts = new Array<number>(length).fill(0);
	one.mondays.forEach((monday, index) => {
		const place = daysBetween(first, monday) / 7;
		if (place >= 0 && place < length) counts[place] = one.counts[index]!;
	});
	const year = Number(first.slice(0, 4));
	const start = 1 + daysBetween(weekOf(`${year}-01-04`), first) / 7;
	return { start: [year, start], counts, from: 0 };
}
