import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip,
	type ChartConfiguration
} from 'chart.js';
import { bars, type BarDrawing } from './bar-chart.ts';
import { readColours, type ChartColours } from './colours.ts';
import { funnel, type FunnelDrawing } from './funnel-chart.ts';
import { lines, type LineDrawing } from './line-chart.ts';
import { tiles, type TileDrawing } from './tile-chart.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip
);

export type Drawing = LineDrawing | BarDrawing | TileDrawing | FunnelDrawing;

/** What somebody pressed: the series and the place in it. */
export type Pick = (series: number, place: number) => void;

/**
 * Draws on a canvas, and again when the theme changes.
 * @returns what takes it away.
 */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing, pick?: Pick): () => void {
	const theme = matchMedia('(prefers-color-scheme: dark)');
	const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
	let chart: Chart | undefined;
	const draw = () => {
		chart?.destroy();
		const host = canvas.parentElement!;
		const base = configurationOf(drawing, readColours(host));
		base.options!.animation = isStill ? false : { duration: 250 };
		base.options!.font = { family: getComputedStyle(host).fontFamily, size: 13 };
		base.options!.color = readColours(host).text;
		if (pick) {
			base.options!.onClick = (event, _, { canvas }) => {
				const [hit] = chart!.getElementsAtEventForMode(
					event.native!,
					'nearest',
					{ intersect: drawing.form === 'bar' || drawing.form === 'funnel' },
					true
				);
				if (hit && canvas) pick(hit.datasetIndex, hit.index);
			};
			canvas.style.cursor = 'pointer';
		}
		chart = new Chart(canvas, base);
	};
	draw();
	theme.addEventListener('change', draw);
	return () => {
		theme.removeEventListener('change', draw);
		chart?.destroy();
	};
}

function configurationOf(drawing: Drawing, colours: ChartColours): ChartConfiguration {
	switch (drawing.form) {
		case 'line':
			return lines(drawing, colours);
		case 'bar':
			return bars(drawing, colours);
		case 'tiles':
			return tiles(drawing, colours);
		case 'funnel':
			return funnel(drawing, colours);
	}
}
