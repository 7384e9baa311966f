import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { shared } from './axes.ts';
import type { ChartColours } from './colours.ts';

export type Tile = {
	column: number;
	row: number;
	count: number;
	/** Written on the tile. */
	text?: string;
	/** The tile in words, for who points at it. */
	label: string;
	/** Drawn with a bar across: the codes forbid it. */
	isMarked?: boolean;
};

/** Tiles in a grid, darker where there is more: hours of a week, or provinces where they lie. */
export type TileDrawing = {
	form: 'tiles';
	tiles: readonly Tile[];
	/** Names above the columns and before the rows; none on a map. */
	columns: readonly string[];
	rows: readonly string[];
	format: (count: number) => string;
};

export function tiles(
	{ tiles, columns, rows, format }: TileDrawing,
	colours: ChartColours
): ChartConfiguration {
	const most = Math.max(1, ...tiles.map(({ count }) => count));
	const width = Math.max(...tiles.map(({ column }) => column)) + 1;
	const height = Math.max(...tiles.map(({ row }) => row)) + 1;
	const axis = (names: readonly string[], size: number, isReversed: boolean) => ({
		type: 'linear' as const,
		min: -0.5,
		max: size - 0.5,
		reverse: isReversed,
		display: names.length > 0,
		border: { display: false },
		grid: { display: false },
		ticks: {
			color: colours.text,
			stepSize: 1,
			autoSkip: size > 12,
			maxRotation: 0,
			autoSkipPadding: 8,
			callback: (tick: unknown) => names[Number(tick)] ?? ''
		},
		afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
			scale.ticks = names.map((_, value) => ({ value }));
		}
	});
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: tiles.map(({ column, row }) => ({ x: column, y: row })),
					pointStyle: false,
					pointHitRadius: 24
				}
			]
		},
		options: {
			...shared,
			interaction: { mode: 'nearest', intersect: false },
			scales: { x: axis(columns, width, false), y: axis(rows, height, true) },
			plugins: {
				tooltip: {
					displayColors: false,
					callbacks: {
						label: ({ dataIndex }) => {
							const { label, count } = tiles[dataIndex]!;
							return `${label}: ${format(count)}`;
						}
					}
				}
			}
		},
		plugins: [tilesPlugin(tiles, most, colours)]
	} as ChartConfiguration;
}

function tilesPlugin(all: readonly Tile[], most: number, colours: ChartColours): Plugin {
	return {
		id: 'tiles',
		beforeDatasetsDraw(chart) {
			const { ctx: pen } = chart;
			pen.save();
			for (const tile of all) {
				const [left, top, width, height] = boxOf(chart, tile);
				// A square root: half of the most is not nearly nothing.
				const strength = tile.count === 0 ? 0 : 0.12 + 0.88 * Math.sqrt(tile.count / most);
				pen.fillStyle = colours.grid;
				pen.globalAlpha = 0.5;
				pen.fillRect(left, top, width, height);
				pen.globalAlpha = strength;
				pen.fillStyle = colours.series[0]!;
				pen.fillRect(left, top, width, height);
				pen.globalAlpha = 1;
				if (tile.isMarked) strike(pen, left, top, width, height, colours.mark);
				if (tile.text && height > 16)
					write(chart, tile.text, left, top, width, height, strength, colours);
			}
			pen.restore();
		}
	};
}

function boxOf({ scales }: Chart, { column, row }: Tile): [number, number, number, number] {
	const left = scales.x!.getPixelForValue(column - 0.5);
	const right = scales.x!.getPixelForValue(column + 0.5);
	const top = scales.y!.getPixelForValue(row - 0.5);
	const bottom = scales.y!.getPixelForValue(row + 0.5);
	return [left + 1, top + 1, right - left - 2, bottom - top - 2];
}

/** A line under a tile: seen with few reports and with many, and in print. */
function strike(
	pen: CanvasRenderingContext2D,
	left: number,
	top: number,
	width: number,
	height: number,
	colour: string
) {
	pen.strokeStyle = colour;
	pen.lineWidth = 2;
	pen.beginPath();
	pen.moveTo(left, top + height - 1);
	pen.lineTo(left + width, top + height - 1);
	pen.stroke();
}

function write(
	chart: Chart,
	text: string,
	left: number,
	top: number,
	width: number,
	height: number,
	strength: number,
	colours: ChartColours
) {
	const pen = chart.ctx;
	pen.fillStyle = strength > 0.6 ? colours.onStrong : colours.strongText;
	pen.textAlign = 'center';
	pen.textBaseline = 'middle';
	pen.font = `600 13px ${getComputedStyle(chart.canvas).fontFamily}`;
	const lines = text.split('\n');
	lines.forEach((line, index) => {
		const y = top + height / 2 + (index - (lines.length - 1) / 2) * 16;
		pen.fillText(line, left + width / 2, y, width - 4);
	});
}
