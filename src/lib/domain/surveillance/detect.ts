import { z } from 'zod';
import { ears, earsControl, earsMethods } from './ears.ts';
import { farringtonControl } from './farrington/control.ts';
import { farrington } from './farrington/farrington.ts';
import type { Detection } from './series.ts';

const count = z.number().min(0).nullable();

const series = {
	/** Counts from old to new; null where nothing is known. */
	observed: z.array(count).min(1).max(100_000),
	/** Periods in a year. */
	freq: z.int().min(1).max(366).default(52),
	/** Year and period of the first count. */
	start: z.tuple([z.int().min(1).max(9999), z.int().min(1).max(366)]).default([1, 1]),
	/** The first and the last period to judge, from 0, both included; all that can be when left out. */
	range: z.tuple([z.int().min(0), z.int().min(0)]).nullish()
};

/** A series and how to judge it. */
export const surveillanceQuestion = z
	.discriminatedUnion('method', [
		z.object({
			...series,
			method: z.literal('farrington_flexible'),
			/** Compare by date, so that years of 53 weeks do not shift; else by number. */
			by_date: z.boolean().nullish(),
			population: z.array(z.number().gt(0)).nullish(),
			control: farringtonControl.prefault({})
		}),
		z.object({ ...series, method: z.enum(earsMethods), control: earsControl.default({}) })
	])
	.refine(({ range, observed }) => !range || (range[0] <= range[1] && range[1] < observed.length), {
		path: ['range'],
		error: 'not a first and a last period of the series'
	});
export type SurveillanceQuestion = z.output<typeof surveillanceQuestion>;

/** Judges a series by the method asked for. Throws where a method cannot begin. */
export function detect(question: SurveillanceQuestion): Detection {
	if (question.method !== 'farrington_flexible') {
		const observed = question.observed.map((count) => count ?? NaN);
		return ears(question.method, observed, question.range, question.control);
	}
	const { by_date, control, range, ...rest } = question;
	return farrington({ ...rest, byDate: by_date }, range, control);
}
