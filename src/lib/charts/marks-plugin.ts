import type { Plugin } from 'chart.js';
import type { ChartMark } from './chart-rows.ts';
import type { ChartColours } from './colours.ts';

const radius = 9;

/** Upright lines at dates that explain a bend, each with the letter it has in the list below. */
export function marksPlugin(marks: readonly ChartMark[], colours: ChartColours): Plugin {
	return {
		id: 'marks',
		beforeDatasetsDraw({ ctx: pen, chartArea, scales }) {
			pen.save();
			for (const { index, letter } of placed(marks)) {
				const x = scales.x!.getPixelForValue(index);
				pen.strokeStyle = colours.mark;
				pen.setLineDash([3, 3]);
				pen.beginPath();
				pen.moveTo(x, chartArea.top - 4);
				pen.lineTo(x, chartArea.bottom);
				pen.stroke();
				pen.setLineDash([]);
				pen.beginPath();
				const width = Math.max(radius * 2, letter.length * 8 + 8);
				pen.roundRect(x - width / 2, chartArea.top - 4 - radius * 2, width, radius * 2, radius);
				pen.stroke();
				pen.fillStyle = colours.mark;
				pen.font = `600 12px ${getComputedStyle(pen.canvas).fontFamily}`;
				pen.textAlign = 'center';
				pen.textBaseline = 'middle';
				pen.fillText(letter, x, chartArea.top - 3.5 - radius);
			}
			pen.restore();
		}
	};
}

/** Several dates in one period share a line. */
function placed(marks: readonly ChartMark[]): { index: number; letter: string }[] {
	const letters = Map.groupBy(marks, ({ index }) => index);
	return [...letters].map(([index, group]) => ({
		index,
		letter: group.map(({ letter }) => letter).join('')
	}));
}
