import PDFDocument from 'pdfkit';
import { printable } from './printable.ts';

/*
 * A well-set document of text, tables and charts: tagged, with the fonts every reader has, charts
 * drawn as lines and planes. Everything is said in the order it is given.
 */

const margin = 56;
const ink = '#14172b';
const quiet = '#55596f';
const line = '#d9d5cc';
const accent = '#e8590c';
const fill = '#3b4061';

type Cell = { text: string; isNumeric?: boolean };
export type SheetTable = {
	/** Widths as parts of the line. */
	widths: readonly number[];
	head: readonly Cell[];
	rows: readonly (readonly string[])[];
};
export type Bar = { label: string; value: number; text: string };

export type Sheet = ReturnType<typeof openSheet>;

/** Begins a document; `finish` gives it. */
export function openSheet({
	title,
	kicker,
	lang,
	now,
	footer
}: {
	title: string;
	/** Above the title: what kind of document it is. */
	kicker: string;
	lang: 'nl-NL' | 'en-GB';
	now: Date;
	/** At the foot of every page, with its number. */
	footer: (page: number, pages: number) => string;
}) {
	const pdf = new PDFDocument({
		size: 'A4',
		margins: { top: margin, bottom: margin + 12, left: margin, right: margin },
		pdfVersion: '1.7',
		tagged: true,
		lang,
		displayTitle: true,
		bufferPages: true,
		info: { Title: title, Author: 'Gehoord', CreationDate: now, ModDate: now }
	});
	const chunks: Buffer[] = [];
	const finished = new Promise<Buffer>((resolve, reject) => {
		pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
		pdf.on('end', () => resolve(Buffer.concat(chunks)));
		pdf.on('error', reject);
	});
	const root = pdf.struct('Document');
	pdf.addStructure(root);
	const width = pdf.page.width - 2 * margin;
	const bottom = () => pdf.page.height - pdf.page.margins.bottom;
	const room = (needed: number) => {
		if (pdf.y + needed > bottom()) pdf.addPage();
	};
	const say = (
		tag: 'H1' | 'H2' | 'H3' | 'P',
		text: string,
		{ size = 10, font = 'Helvetica', colour = ink, gap = 0 } = {}
	) =>
		root.add(
			pdf.struct(tag, {}, () => {
				pdf
					.font(font)
					.fontSize(size)
					.fillColor(colour)
					.text(printable(text), margin, pdf.y, { width, lineGap: 2, paragraphGap: gap });
			})
		);
	const draw = (alt: string, height: number, paint: (top: number) => void) => {
		room(height);
		const top = pdf.y;
		root.add(pdf.struct('Figure', { alt: printable(alt) }, () => paint(top)));
		pdf.x = margin;
		pdf.y = top + height;
	};
	/** One line of text at a place, cut off where there is no more room. */
	const at = (
		text: string,
		x: number,
		y: number,
		{ size = 8, colour = quiet, room = 100, align = 'left' as 'left' | 'right' | 'center' } = {}
	) =>
		pdf
			.font('Helvetica')
			.fontSize(size)
			.fillColor(colour)
			.text(printable(text), x, y, {
				width: room,
				align,
				height: size + 2,
				ellipsis: true,
				lineBreak: false
			});

	pdf.rect(margin, margin - 14, 40, 4).fill(accent);
	say('P', kicker, { size: 9, colour: quiet, gap: 4 });
	say('H1', title, { size: 22, font: 'Helvetica-Bold', gap: 10 });

	return {
		/** @param follows how much stands below it on the same page */
		heading(text: string, follows = 40) {
			room(24 + follows);
			pdf.y += 10;
			say('H2', text, { size: 13, font: 'Helvetica-Bold', gap: 4 });
		},
		subheading(text: string) {
			room(48);
			pdf.y += 4;
			say('H3', text, { size: 10.5, font: 'Helvetica-Bold', gap: 2 });
		},
		paragraph(text: string) {
			say('P', text, { gap: 6 });
		},
		small(text: string) {
			say('P', text, { size: 8.5, colour: quiet, gap: 6 });
		},
		/** Names and what belongs to them, one below the other. */
		pairs(pairs: readonly (readonly [name: string, text: string])[]) {
			for (const [name, text] of pairs) {
				room(28);
				const top = pdf.y;
				root.add(
					pdf.struct('P', {}, () => {
						at(name, margin, top + 1, { size: 9, room: 140 });
						pdf
							.font('Helvetica')
							.fontSize(10)
							.fillColor(ink)
							.text(printable(text), margin + 150, top, { width: width - 150, lineGap: 1 });
					})
				);
				pdf.y += 4;
			}
		},
		table({ widths, head, rows }: SheetTable) {
			const whole = widths.reduce((sum, part) => sum + part, 0);
			const lefts = widths.map(
				(_, index) =>
					margin + (widths.slice(0, index).reduce((sum, part) => sum + part, 0) / whole) * width
			);
			const writeRow = (tag: 'TH' | 'TD', cells: readonly string[]) => {
				const font = tag === 'TH' ? 'Helvetica-Bold' : 'Helvetica';
				pdf.font(font).fontSize(8.5);
				const rooms = widths.map((part) => (part / whole) * width - 8);
				const height =
					Math.max(
						...cells.map((cell, index) =>
							pdf.heightOfString(printable(cell), { width: rooms[index] })
						)
					) + 6;
				if (pdf.y + height > bottom()) pdf.addPage();
				const top = pdf.y;
				const row = pdf.struct('TR');
				cells.forEach((cell, index) =>
					row.add(
						pdf.struct(tag, {}, () => {
							pdf
								.font(font)
								.fontSize(8.5)
								.fillColor(ink)
								.text(printable(cell), lefts[index], top + 3, {
									width: rooms[index],
									align: head[index]?.isNumeric ? 'right' : 'left'
								});
						})
					)
				);
				pdf.moveTo(margin, top + height).lineTo(margin + width, top + height);
				pdf.lineWidth(tag === 'TH' ? 1 : 0.5).stroke(tag === 'TH' ? ink : line);
				pdf.x = margin;
				pdf.y = top + height;
				return row;
			};
			const table = pdf.struct('Table');
			root.add(table);
			table.add(
				writeRow(
					'TH',
					head.map(({ text }) => text)
				)
			);
			for (const row of rows) table.add(writeRow('TD', row));
			table.end();
			pdf.y += 8;
		},
		/** Horizontal bars, the name before and the figure behind each. */
		bars(alt: string, bars: readonly Bar[]) {
			const most = Math.max(1, ...bars.map(({ value }) => value));
			const label = 150;
			const plane = width - label - 50;
			draw(alt, bars.length * 17 + 8, (top) =>
				bars.forEach(({ label: name, value, text }, index) => {
					const y = top + index * 17;
					at(name, margin, y + 3, { size: 8.5, colour: ink, room: label - 8 });
					pdf.rect(margin + label, y + 2, Math.max(0.5, (value / most) * plane), 10).fill(fill);
					at(text, margin + label + (value / most) * plane + 5, y + 3, {
						size: 8.5,
						colour: ink,
						room: 46
					});
				})
			);
		},
		/** Columns through time, with the largest and the first and last period named. */
		columns(alt: string, points: readonly { label: string; value: number | null }[]) {
			const height = 110;
			const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
			draw(alt, height + 26, (top) => {
				const base = top + height;
				const step = (width - 24) / Math.max(1, points.length);
				pdf
					.lineWidth(0.5)
					.moveTo(margin + 24, top + 8)
					.lineTo(margin + width, top + 8)
					.stroke(line);
				at(String(most), margin, top + 4, { room: 20, align: 'right' });
				at('0', margin, base - 5, { room: 20, align: 'right' });
				points.forEach(({ value }, index) => {
					const left = margin + 24 + index * step;
					// Nothing is drawn of a count that is not shown, and it is no nought either.
					if (value === null) return at('?', left, base - 12, { room: step, align: 'center' });
					const tall = (value / most) * (height - 8);
					if (value > 0) pdf.rect(left + step * 0.1, base - tall, step * 0.8, tall).fill(fill);
				});
				pdf
					.lineWidth(0.75)
					.moveTo(margin + 24, base)
					.lineTo(margin + width, base)
					.stroke(ink);
				at(points[0]?.label ?? '', margin + 24, base + 5, { room: 120 });
				if (points.length > 1) {
					at(points.at(-1)!.label, margin + width - 120, base + 5, { room: 120, align: 'right' });
				}
			});
		},
		/** The document, with its page numbers. */
		finish(): Promise<Buffer> {
			const { start, count } = pdf.bufferedPageRange();
			for (let page = start; page < start + count; page += 1) {
				pdf.switchToPage(page);
				const { bottom: kept } = pdf.page.margins;
				// Below the text, where nothing may begin a page.
				pdf.page.margins.bottom = 0;
				pdf.markContent('Artifact', { type: 'Pagination' });
				at(footer(page + 1, count), margin, pdf.page.height - margin + 8, { room: width });
				pdf.endMarkedContent();
				pdf.page.margins.bottom = kept;
			}
			root.end();
			pdf.end();
			return finished;
		}
	};
}
