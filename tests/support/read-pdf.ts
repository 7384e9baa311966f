import { inflateSync } from 'node:zlib';

/** The text that a reader finds in a PDF with the standard fonts. */
export function readPdf(pdf: Buffer): string {
	const source = pdf.toString('latin1');
	return [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
		.map(([, body]) => inflate(Buffer.from(body!, 'latin1')))
		.flatMap((text) => text.split('\n').filter((line) => line.endsWith('TJ')))
		.map((line) =>
			[...line.matchAll(/<([0-9a-f]+)>/g)]
				.map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
				.join('')
		)
		.join(' ')
		.replace(/ +/g, ' ');
}

function inflate(stream: Buffer): string {
	try {
		return inflateSync(stream).toString('latin1');
	} catch {
		return '';
	}
}
