import type { ChartConfiguration } from 'chart.js';
import { countAxis, nameAxis, shared } from './axes.ts';
import type { ChartMark, ChartSeries } from './chart-rows.ts';
import type { ChartColours } from './colours.ts';
import { marksPlugin } from './marks-plugin.ts';

export type LineDrawing = {
	form: 'line';
	/** Names of the periods, as the table has them. */
	periods: readonly string[];
	series: readonly ChartSeries[];
	marks: readonly ChartMark[];
	/** Does the last period still run? Then its line is dashed. */
	isLastRunning: boolean;
	format: (count: number) => string;
};

/** Tells lines apart where colours do not. */
const dashes = [[], [7, 4], [2, 3], [12, 4, 2, 4], [4, 2], [1, 4]];

export function lines(drawing: LineDrawing, colours: ChartColours): ChartConfiguration {
	const { periods, series, marks, isLastRunning, format } = drawing;
	const last = periods.length - 1;
	return {
		type: 'line',
		data: {
			labels: [...periods],
			datasets: series.map(({ label, counts, isFaint, colour }, index) => ({
				label,
				data: [...counts],
				borderColor: colours.series[colour ?? index],
				backgroundColor: colours.series[colour ?? index],
				borderWidth: isFaint ? 1.5 : 2.5,
				borderDash: isFaint ? [2, 3] : dashes[index],
				pointRadius: periods.length > 40 || isFaint ? 0 : 3,
				// A count between two hidden ones has no line to be seen by.
				...(periods.length > 40 && {
					pointRadius: ({ dataIndex: at }: { dataIndex: number }) =>
						counts[at - 1] == null && counts[at + 1] == null ? 2 : 0
				}),
				pointHoverRadius: 5,
				segment: {
					borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
						isLastRunning && !isFaint && p1DataIndex === last ? [2, 5] : undefined
				}
			}))
		},
		options: {
			...shared,
			layout: { padding: { top: marks.length > 0 ? 26 : 6 } },
			interaction: { mode: 'index', intersect: false },
			scales: { x: nameAxis(colours), y: countAxis(format, colours) },
			plugins: {
				tooltip: {
					callbacks: {
						label: ({ dataset, parsed }) => `${dataset.label}: ${format(parsed.y ?? 0)}`
					}
				}
			}
		},
		plugins: [marksPlugin(marks, colours)]
	};
}
