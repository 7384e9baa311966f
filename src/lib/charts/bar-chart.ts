import type { ChartConfiguration } from 'chart.js';
import { barNames, countAxis, nameAxis, shared } from './axes.ts';
import type { ChartColours } from './colours.ts';

export type BarDrawing = {
	form: 'bar';
	bars: readonly { label: string; count: number; before?: number | null }[];
	/** Bars lie, so that names can be read; upright for a row of equal steps. */
	isUpright?: boolean;
	/** From this bar on another colour: what is too late. */
	changesAt?: number;
	format: (count: number) => string;
};

export function bars(
	{ bars, isUpright = false, changesAt = Infinity, format }: BarDrawing,
	colours: ChartColours
): ChartConfiguration {
	const hasBefore = bars.some(({ before }) => before != null);
	const colourOf = (_: unknown, index: number) => colours.series[index >= changesAt ? 1 : 0];
	const dataset = {
		data: bars.map(({ count }) => count),
		backgroundColor: bars.map(colourOf),
		hoverBackgroundColor: bars.map(colourOf),
		borderRadius: 3,
		maxBarThickness: 22
	};
	const before = {
		data: bars.map(({ before }) => before ?? 0),
		backgroundColor: colours.faint,
		hoverBackgroundColor: colours.faint,
		borderRadius: 3,
		maxBarThickness: 10
	};
	return {
		type: 'bar',
		data: {
			labels: bars.map(({ label }) => (isUpright ? label : inLines(label))),
			datasets: hasBefore ? [dataset, before] : [dataset]
		},
		options: {
			...shared,
			indexAxis: isUpright ? 'x' : 'y',
			scales: isUpright
				? { x: nameAxis(colours), y: countAxis(format, colours) }
				: { x: countAxis(format, colours), y: barNames(colours) },
			plugins: {
				tooltip: {
					callbacks: {
						label: ({ parsed }) => format((isUpright ? parsed.y : parsed.x) ?? 0)
					}
				}
			}
		}
	};
}

/** A long name in two lines: what does not fit beside a bar would be cut off. */
function inLines(label: string, most = 24): string[] {
	if (label.length <= most) return [label];
	const space = label.lastIndexOf(' ', most);
	const first = space > 0 ? label.slice(0, space) : label;
	const rest = label.slice(first.length + 1);
	return [first, rest.length > most ? `${rest.slice(0, most - 1)}…` : rest].filter(Boolean);
}
