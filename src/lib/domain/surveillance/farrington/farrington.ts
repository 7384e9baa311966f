/*
 * The flexible Farrington algorithm: Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett
 * (2013), "An improved algorithm for outbreak detection in multiple surveillance systems",
 * Statistics in Medicine 32, as R's `surveillance::farringtonFlexible` reckons it (Salmon,
 * Schumacher and Höhle, 2016, Journal of Statistical Software 70): the same figures, also where the
 * model barely fits.
 */
import { inRange, type Detection, type Judgement, type Range } from '../series.ts';
import { baselineOf } from './baseline.ts';
import type { FarringtonControl } from './control.ts';
import { predict } from './predict.ts';
import { daysFrom, type Calendar } from './reference-periods.ts';
import { thresholdOf } from './threshold.ts';

export type CountSeries = {
	observed: readonly (number | null)[];
	freq: number;
	start: readonly [number, number];
	/** Compare by date (ISO weeks, months, days from `start` on) in place of by number. */
	byDate?: boolean | null | undefined;
	population?: readonly number[] | null | undefined;
};

/** Judges every period of the range against the same time of year in years before. */
export function farrington(
	series: CountSeries,
	range: Range | null | undefined,
	control: FarringtonControl
): Detection {
	const { observed, freq } = series;
	const days = series.byDate ? daysFrom(series.start, freq, observed.length) : null;
	const calendar = { length: observed.length, freq, days };
	const [first, last] = range ?? [freq * control.b + control.w, observed.length - 1];
	if (first > last) throw new RangeError('the series is too short; decrease b');
	return inRange([first, last], (period) => judge(period, series, calendar, control));
}

function judge(
	period: number,
	series: CountSeries,
	calendar: Calendar,
	control: FarringtonControl
): Judgement {
	const baseline = baselineOf(period, series.observed, calendar, control);
	const prediction = predict(period, baseline, series, calendar, control);
	if (!prediction) return { expected: NaN, upperbound: NaN, alarm: null, pvalue: NaN };

	const observed = series.observed[period] ?? NaN;
	const { upper, pvalue } = thresholdOf(prediction, observed, control);
	const [cases, periods] = control.limit54;
	const lately = series.observed.slice(period - periods + 1, period + 1);
	const isEnough =
		lately.every((count) => count !== null) &&
		lately.reduce<number>((sum, count) => sum + count!, 0) >= cases;
	if (!isEnough) return { expected: NaN, upperbound: NaN, alarm: false, pvalue };
	const mean = Math.exp(prediction.link);
	// R takes the expectation on the scale of its prediction, which is the logarithm but for `delta`.
	const centre = control.thresholdMethod === 'delta' ? mean : prediction.link;
	return {
		expected: Number.isNaN(upper) ? NaN : mean,
		upperbound: upper,
		alarm: (observed - centre) / (upper - centre) > 1 && observed !== 0,
		pvalue
	};
}
