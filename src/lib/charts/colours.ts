/** The colours of a chart, as the style sheets have them at this moment. */
export type ChartColours = {
	series: string[];
	text: string;
	grid: string;
	mark: string;
	/** What a colour is compared with: an earlier period. */
	faint: string;
	/** What the chart lies on. */
	ground: string;
	/** Text on the first colour, and on a tile that is nearly empty. */
	onStrong: string;
	strongText: string;
};

const seriesCount = 6;

/** Reads the colours that hold for an element: of its theme, light or dark. */
export function readColours(host: HTMLElement): ChartColours {
	// Only a used property is resolved by the browser: a token itself reads back as it was written.
	const probe = document.createElement('span');
	// Whoever wants no motion has a very short one on everything: it would be read halfway.
	probe.style.transition = 'none';
	host.append(probe);
	const read = (token: string) => {
		probe.style.color = `var(${token})`;
		return toRgb(getComputedStyle(probe).color);
	};
	const colours = {
		series: Array.from({ length: seriesCount }, (_, index) => read(`--chart-${index + 1}`)),
		text: read('--text-quiet'),
		grid: read('--chart-grid'),
		mark: read('--chart-mark'),
		faint: read('--chart-faint'),
		ground: read('--surface'),
		onStrong: read('--on-accent'),
		strongText: read('--text')
	};
	probe.remove();
	return colours;
}

/** Chart.js reckons with rgb only; a canvas knows what every other notation comes to. */
function toRgb(colour: string): string {
	const pen = document.createElement('canvas').getContext('2d')!;
	pen.fillStyle = colour;
	pen.fillRect(0, 0, 1, 1);
	const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
	return `rgb(${red}, ${green}, ${blue})`;
}
