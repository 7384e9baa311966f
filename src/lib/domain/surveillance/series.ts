/** The first and the last period to judge, counted from 0, both included. */
export type Range = readonly [number, number];

/** What a method says of one period. NaN is "cannot be told". */
export type Judgement = {
	expected: number;
	upperbound: number;
	alarm: boolean | null;
	/** The chance of this much or more when nothing is the matter, where the method knows it. */
	pvalue?: number;
};

/** What a method says of every period of the range, in order; null is "cannot be told". */
export type Detection = {
	expected: (number | null)[];
	upperbound: (number | null)[];
	alarm: (boolean | null)[];
	pvalue?: (number | null)[];
};

/** Judges the periods of a range one by one. */
export function inRange([first, last]: Range, judge: (period: number) => Judgement): Detection {
	const detection: Required<Detection> = { expected: [], upperbound: [], alarm: [], pvalue: [] };
	let isWithChance = false;
	for (let period = first; period <= last; period += 1) {
		const judgement = judge(period);
		detection.expected.push(known(judgement.expected));
		detection.upperbound.push(known(judgement.upperbound));
		detection.alarm.push(judgement.alarm);
		detection.pvalue.push(known(judgement.pvalue ?? NaN));
		isWithChance ||= judgement.pvalue !== undefined;
	}
	const { pvalue, ...rest } = detection;
	return isWithChance ? { ...rest, pvalue } : rest;
}

const known = (value: number) => (Number.isFinite(value) ? value : null);
