/** What stands around a chart in its image: an image travels without its page. */
export type ImageTexts = { caption: string; under: readonly string[] };

const margin = 24;
const lineHeight = 20;

/** Gives a chart to the reader as a PNG, with its caption above and its period and source under it. */
export function saveImage(canvas: HTMLCanvasElement, { caption, under }: ImageTexts): void {
	const scale = canvas.width / canvas.clientWidth;
	const width = canvas.clientWidth + 2 * margin;
	const head = margin + 32;
	const height = head + canvas.clientHeight + margin + under.length * lineHeight + margin;
	const page = document.createElement('canvas');
	page.width = width * scale;
	page.height = height * scale;
	const pen = page.getContext('2d')!;
	const { fontFamily } = getComputedStyle(canvas);
	const colourOf = (token: string) => {
		const probe = document.createElement('span');
		probe.style.transition = 'none';
		probe.style.color = `var(${token})`;
		canvas.parentElement!.append(probe);
		const { color } = getComputedStyle(probe);
		probe.remove();
		return color;
	};
	pen.scale(scale, scale);
	pen.fillStyle = colourOf('--surface');
	pen.fillRect(0, 0, width, height);
	pen.fillStyle = colourOf('--text');
	pen.textBaseline = 'top';
	pen.font = `700 18px ${fontFamily}`;
	pen.fillText(caption, margin, margin, width - 2 * margin);
	pen.drawImage(canvas, margin, head, canvas.clientWidth, canvas.clientHeight);
	pen.fillStyle = colourOf('--text-quiet');
	pen.font = `13px ${fontFamily}`;
	under.forEach((line, index) => {
		const y = head + canvas.clientHeight + margin + index * lineHeight;
		pen.fillText(line, margin, y, width - 2 * margin);
	});
	const link = document.createElement('a');
	link.download = `${fileNameOf(caption)}.png`;
	link.href = page.toDataURL('image/png');
	link.click();
}

/** A caption as the name of a file. */
export const fileNameOf = (caption: string): string =>
	caption
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
