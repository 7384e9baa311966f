/*
 * Which periods a period is compared with, and in which season each lies: Noufaily, Enki,
 * Farrington, Garthwaite, Andrews and Charlett (2013), 3.2, laid out as R's `surveillance` does.
 */
import type { FarringtonControl } from './control.ts';
import { yearsBefore, type Calendar } from './reference-periods.ts';

export type Baseline = {
	/** The oldest period that it would have with every count known. */
	oldest: number;
	/** The periods with a count, from old to new. */
	periods: number[];
	/** The season of each, 1 to `noPeriods`; the last is the window around the same period. */
	seasons: number[];
};

export function baselineOf(
	period: number,
	observed: readonly (number | null)[],
	calendar: Calendar,
	control: FarringtonControl
): Baseline {
	const seasons = seasonsBefore(period, calendar, control);
	const newest = period - control.pastWeeksNotIncluded;
	if (newest < -1) throw new RangeError('more periods are left out than there are');
	const meant = [...seasons.keys()].filter(
		(index) => seasons[index] !== undefined && (index < newest || index > period)
	);
	const periods = meant.filter((index) => typeof observed[index] === 'number');
	if (periods.length === 0) throw new RangeError('there is no count before the period');
	return { oldest: meant[0]!, periods, seasons: periods.map((index) => seasons[index]!) };
}

function seasonsBefore(period: number, calendar: Calendar, control: FarringtonControl) {
	const { b, w, noPeriods } = control;
	const same = yearsBefore(period, b, calendar);
	const seasons: (number | undefined)[] = new Array(calendar.length);
	const fill = (from: number, to: number, season: number) => {
		if (from < -1) throw new RangeError('the window begins before the series; decrease w or b');
		// Backwards too, as a block without length is in R.
		const step = to < from ? -1 : 1;
		for (let index = from; index !== to + step; index += step) {
			if (index >= 0) seasons[index] = season;
		}
	};

	fill(period - w, period, noPeriods);
	for (let year = 1; year <= b; year += 1) {
		const [later, reference] = [same[year - 1]!, same[year]!];
		fill(reference - w, reference + w, noPeriods);
		if (noPeriods === 1) continue;
		const between = later - 2 * w - 1 - reference;
		if (between < noPeriods - (2 * w + 1)) throw new RangeError('noPeriods is too big');
		const length = Math.floor(between / (noPeriods - 1));
		const rest = between - length * (noPeriods - 1);
		let from = reference + w + 1;
		for (let season = 1; season < noPeriods; season += 1) {
			const next = from + length + (season <= rest ? 1 : 0);
			fill(from, next - 1, season);
			from = next;
		}
	}
	return seasons;
}
