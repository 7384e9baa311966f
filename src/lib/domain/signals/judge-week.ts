import { poisson } from '../probability/counts.ts';
import { normalQuantile, upperNormal } from '../probability/normal.ts';
import { farringtonControl } from '../surveillance/farrington/control.ts';
import { farrington } from '../surveillance/farrington/farrington.ts';

/** Complaints a week from a Monday on, without gaps. */
export type WeeklySeries = {
	/** Year and ISO week of the first count. */
	start: readonly [number, number];
	counts: readonly number[];
	/** The first week that can be compared with what comes after. */
	from: number;
};

export type WeekJudgement = {
	method: 'ears_c2' | 'farrington_flexible';
	expected: number;
	bound: number;
	/** The chance of this many or more when nothing is the matter. */
	pvalue: number;
};

/** How often a quiet week may pass the bound. */
const alpha = 0.005;
const weeksInYear = 52;
const leastYears = 3;
const mostYears = 5;
/** EARS C2: seven weeks, with two left out between. */
const [baseline, guard] = [7, 2];
/** Fewer than this in four weeks say nothing. */
const least = { reports: 5, weeks: 4 };

/**
 * What a week of a series comes to: against the same time of year where three years are known,
 * else against the weeks just before. Null where too little is known or reported.
 */
export function judgeWeek(series: WeeklySeries, week: number): WeekJudgement | null {
	const { counts, from } = series;
	const lately = counts.slice(Math.max(0, week - least.weeks + 1), week + 1);
	if (lately.reduce((sum, count) => sum + count, 0) < least.reports) return null;
	const history = week - from;
	// A year of 53 weeks and the window before the first one fit in eight weeks more.
	const years = Math.min(mostYears, Math.floor((history - 8) / weeksInYear));
	const bySeason = years >= leastYears ? againstYears(series, week, years) : null;
	return bySeason ?? (history >= baseline + guard ? againstWeeks(counts, week) : null);
}

function againstYears({ start, counts, from }: WeeklySeries, week: number, b: number) {
	const observed = counts.slice(from, week + 1);
	const control = farringtonControl.parse({
		...{ b, w: 3, noPeriods: 10, pastWeeksNotIncluded: 26, pThresholdTrend: 1, alpha },
		...{ thresholdMethod: 'nbPlugin', limit54: [0, least.weeks] }
	});
	const first = [start[0], start[1] + from] as const;
	const last = observed.length - 1;
	try {
		const found = farrington(
			{ observed, freq: weeksInYear, start: first, byDate: true },
			[last, last],
			control
		);
		const [expected, bound, pvalue] = [found.expected[0], found.upperbound[0], found.pvalue![0]];
		if (expected == null || bound == null || pvalue == null) return null;
		return { method: 'farrington_flexible', expected, bound, pvalue } as const;
	} catch {
		// Too few reports in some season for the model: the weeks just before have to do.
		return null;
	}
}

/**
 * EARS C2, never surer than a Poisson would be: the deviation is at least that of so many chance
 * events, and of two chances the larger one holds, which keeps rare reports from shouting.
 */
function againstWeeks(counts: readonly number[], week: number): WeekJudgement {
	const before = counts.slice(week - guard - baseline, week - guard);
	const expected = before.reduce((sum, count) => sum + count, 0) / baseline;
	const squares = before.reduce((sum, count) => sum + (count - expected) ** 2, 0);
	const deviation = Math.max(Math.sqrt(squares / (baseline - 1)), Math.sqrt(expected), 1);
	const observed = counts[week]!;
	const rare = poisson(Math.max(expected, 0.5));
	return {
		method: 'ears_c2',
		expected,
		bound: Math.max(expected + normalQuantile(1 - alpha) * deviation, rare.quantile(1 - alpha)),
		pvalue: Math.max(upperNormal((observed - expected) / deviation), rare.atLeast(observed))
	};
}
