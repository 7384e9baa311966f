import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Table } from './spreadsheet.ts';

/** A table as comma separated text. */
export function inCsv<Row>({ columns, pages }: Table<Row>): ReadableStream<Uint8Array> {
	return Readable.toWeb(
		Readable.from(lines(), { objectMode: false })
	) as ReadableStream<Uint8Array>;

	async function* lines(): AsyncGenerator<string> {
		// A spreadsheet knows by the mark that it is UTF-8.
		yield `\ufeff${write([columns.map(({ heading }) => heading)])}`;
		for await (const rows of pages) {
			yield write(rows.map((row) => columns.map(({ valueOf }) => valueOf(row))));
		}
	}
}

/** A cell that a spreadsheet would reckon with is text: a reporter may have typed it. */
const write = (rows: unknown[][]) => stringify(rows, { escape_formulas: true });
