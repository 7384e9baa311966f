import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartConfiguration
} from 'chart.js';
import { sumOf, type ChartForm, type ChartMark, type ChartSeries } from './chart-rows.ts';
import { readColours, type ChartColours } from './colours.ts';
import { marksPlugin } from './marks-plugin.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
);

export type Drawing = {
	form: ChartForm;
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

/**
 * Draws on a canvas, and again when the theme changes.
 * @returns what takes it away.
 */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): () => void {
	const theme = matchMedia('(prefers-color-scheme: dark)');
	const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
	let chart: Chart | undefined;
	const draw = () => {
		chart?.destroy();
		const host = canvas.parentElement!;
		const colours = readColours(host, drawing.form === 'bar' ? 1 : drawing.series.length);
		const base = drawing.form === 'bar' ? bars(drawing, colours) : lines(drawing, colours);
		base.options!.animation = isStill ? false : { duration: 250 };
		base.options!.font = { family: getComputedStyle(host).fontFamily, size: 13 };
		base.options!.color = colours.text;
		chart = new Chart(canvas, base);
	};
	draw();
	theme.addEventListener('change', draw);
	return () => {
		theme.removeEventListener('change', draw);
		chart?.destroy();
	};
}

const shared = { responsive: true, maintainAspectRatio: false };
const countAxis = ({ format }: Drawing, { text, grid }: ChartColours) => ({
	beginAtZero: true,
	grace: '4%',
	border: { display: false },
	grid: { color: grid },
	ticks: {
		color: text,
		precision: 0,
		maxTicksLimit: 6,
		callback: (tick: unknown) => format(Number(tick))
	}
});
const nameAxis = ({ text, grid }: ChartColours) => ({
	border: { color: grid },
	grid: { display: false },
	ticks: { color: text, maxRotation: 0, autoSkipPadding: 14 }
});

/** Every bar has its name, however many there are. */
const barNames = (colours: ChartColours) => {
	const axis = nameAxis(colours);
	return { ...axis, ticks: { ...axis.ticks, autoSkip: false } };
};

function lines(drawing: Drawing, colours: ChartColours): ChartConfiguration {
	const { periods, series, marks, isLastRunning, format } = drawing;
	const last = periods.length - 1;
	return {
		type: 'line',
		data: {
			labels: [...periods],
			datasets: series.map(({ label, counts }, index) => ({
				label,
				data: [...counts],
				borderColor: colours.series[index],
				backgroundColor: colours.series[index],
				borderWidth: 2.5,
				borderDash: dashes[index],
				pointRadius: periods.length > 40 ? 0 : 3,
				// A count between two hidden ones has no line to be seen by.
				...(periods.length > 40 && {
					pointRadius: ({ dataIndex: at }: { dataIndex: number }) =>
						counts[at - 1] == null && counts[at + 1] == null ? 2 : 0
				}),
				pointHoverRadius: 5,
				segment: {
					borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
						isLastRunning && p1DataIndex === last ? [2, 5] : undefined
				}
			}))
		},
		options: {
			...shared,
			layout: { padding: { top: marks.length > 0 ? 26 : 6 } },
			interaction: { mode: 'index', intersect: false },
			scales: { x: nameAxis(colours), y: countAxis(drawing, colours) },
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

function bars(drawing: Drawing, colours: ChartColours): ChartConfiguration {
	const { series, format } = drawing;
	return {
		type: 'bar',
		data: {
			labels: series.map(({ label }) => inLines(label)),
			datasets: [
				{
					data: series.map((one) => sumOf(one).sum),
					backgroundColor: colours.series[0],
					hoverBackgroundColor: colours.series[0],
					borderRadius: 3,
					maxBarThickness: 22
				}
			]
		},
		options: {
			...shared,
			indexAxis: 'y',
			scales: { x: countAxis(drawing, colours), y: barNames(colours) },
			plugins: { tooltip: { callbacks: { label: ({ parsed }) => format(parsed.x ?? 0) } } }
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
