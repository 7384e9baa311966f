import type { ChartConfiguration } from 'chart.js';
import { nameAxis, shared } from './axes.ts';
import type { ChartColours } from './colours.ts';

export type FunnelDrawing = {
	form: 'funnel';
	points: readonly { label: string; x: number; y: number; isOutside: boolean }[];
	target: number;
	/** The limits by size, as drawn: two pairs of curves. */
	limits: readonly { x: number; inner: [number, number]; outer: [number, number] }[];
	formatX: (x: number) => string;
	formatY: (y: number) => string;
	/** Names of the axes. */
	x: string;
	y: string;
};

export function funnel(
	{ points, target, limits, formatX, formatY, x, y }: FunnelDrawing,
	colours: ChartColours
): ChartConfiguration {
	const curve = (at: (limit: FunnelDrawing['limits'][number]) => number, dash: number[]) => ({
		type: 'line' as const,
		data: limits.map((limit) => ({ x: limit.x, y: at(limit) })),
		borderColor: colours.mark,
		borderWidth: 1.25,
		borderDash: dash,
		pointRadius: 0,
		pointHitRadius: 0,
		pointHoverRadius: 0
	});
	const highest = Math.max(...points.map((point) => point.y), target * 1.5) * 1.15;
	const axis = (text: string, format: (value: number) => string) => ({
		type: 'linear' as const,
		title: { display: true, text, color: colours.text },
		border: { color: colours.grid },
		grid: { color: colours.grid },
		ticks: {
			color: colours.text,
			maxTicksLimit: 6,
			maxRotation: 0,
			includeBounds: false,
			callback: (tick: unknown) => format(Number(tick))
		}
	});
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: points.map((point) => ({ x: point.x, y: point.y })),
					pointRadius: 5,
					pointHoverRadius: 7,
					// Shape tells what colour tells.
					pointStyle: points.map(({ isOutside }) => (isOutside ? 'rectRot' : 'circle')),
					backgroundColor: points.map(({ isOutside }) => colours.series[isOutside ? 0 : 1]),
					borderColor: colours.ground
				},
				curve(() => target, []),
				curve(({ inner }) => inner[0], [6, 4]),
				curve(({ inner }) => inner[1], [6, 4]),
				curve(({ outer }) => outer[0], [2, 3]),
				curve(({ outer }) => outer[1], [2, 3])
			]
		},
		options: {
			...shared,
			interaction: { mode: 'nearest', intersect: true },
			scales: {
				x: { ...nameAxis(colours), ...axis(x, formatX) },
				y: { ...axis(y, formatY), min: 0, max: highest }
			},
			plugins: {
				tooltip: {
					filter: ({ datasetIndex }) => datasetIndex === 0,
					displayColors: false,
					callbacks: {
						title: ([item]) => (item ? points[item.dataIndex]!.label : ''),
						label: ({ parsed }) => `${formatY(parsed.y ?? 0)} · ${formatX(parsed.x ?? 0)}`
					}
				}
			}
		}
	} as ChartConfiguration;
}
