/*
 * The Early Aberration Reporting System, for series too short to know their seasons. Hutwagner,
 * Thompson, Seeman and Treadwell (2003), "The bioterrorism preparedness and response Early
 * Aberration Reporting System (EARS)", Journal of Urban Health 80. Bounds as in Fricker, Hegler and
 * Dunfee (2008), Statistics in Medicine 27, and as R's `surveillance::earsC` reckons them.
 */
import { z } from 'zod';
import { normalQuantile } from '../probability/normal.ts';
import { inRange, type Detection, type Range } from './series.ts';

export const earsMethods = ['ears_c1', 'ears_c2', 'ears_c3'] as const;
export type EarsMethod = (typeof earsMethods)[number];

export const earsControl = z.strictObject({
	/** How many periods the expectation is the mean of. */
	baseline: z.int().min(3).nullish(),
	/** The deviation is taken to be at least this. */
	minSigma: z.number().min(0).nullish(),
	/** How often a quiet period may alarm. */
	alpha: z.number().gt(0).lt(1).nullish()
});
export type EarsControl = z.output<typeof earsControl>;

/** The newest periods that are left out of the baseline, and how far back the method looks. */
const lags = {
	ears_c1: { guard: 0, back: 0 },
	ears_c2: { guard: 2, back: 2 },
	ears_c3: { guard: 2, back: 4 }
} as const;

/**
 * Bounds by the mean and the deviation of the last periods: C1 of the seven before this one, C2 of
 * seven with two left out between, C3 adds what the two periods before were above their own.
 */
export function ears(
	method: EarsMethod,
	observed: readonly number[],
	range: Range | null | undefined,
	control: EarsControl
): Detection {
	const length = control.baseline ?? 7;
	const leastDeviation = control.minSigma ?? 0;
	const alpha = control.alpha ?? (method === 'ears_c3' ? 0.025 : 0.001);
	const score = normalQuantile(1 - alpha);
	const { guard, back } = lags[method];
	const [first, last] = range ?? [length + back, observed.length - 1];
	if (first < length + back || last >= observed.length) {
		throw new RangeError(`${method} needs ${length + back} periods before the range`);
	}

	const before = (period: number) => {
		const values = observed.slice(period - guard - length, period - guard);
		const mean = meanOf(values);
		return { mean, deviation: Math.max(deviationOf(values, mean), leastDeviation) };
	};
	/** How many deviations a period was above its own expectation, past the first. */
	const excess = (period: number) => {
		const { mean, deviation } = before(period);
		return Math.max(0, (observed[period]! - mean) / deviation - 1);
	};

	return inRange([first, last], (period) => {
		const { mean, deviation } = before(period);
		const bound =
			method === 'ears_c3'
				? Math.max(
						0,
						observed[period]! + deviation * (score - (excess(period - 2) + excess(period - 1)))
					)
				: mean + score * deviation;
		const isKnown = !Number.isNaN(bound) && !Number.isNaN(observed[period]!);
		return {
			expected: mean,
			upperbound: bound,
			alarm: isKnown ? observed[period]! > bound : null
		};
	});
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviationOf(values: number[], mean: number) {
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1));
}
