import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse, type CsvError, type Info } from 'csv-parse';
import type { SourceRow } from './imports.ts';

/**
 * Reads a CSV file row by row, however long it is: line ends of either kind, quotes, a byte order
 * mark. One that ends in `.gz` is unpacked on the way. A row with too few or too many fields is handed on for the importer to judge.
 * @param readBytes is told how far the reading is.
 */
export async function* readCsv(
	file: string,
	readBytes: (bytes: number) => void = () => {}
): AsyncGenerator<SourceRow> {
	const source = createReadStream(file);
	source.on('data', () => readBytes(source.bytesRead));
	yield* readCsvFrom(file.endsWith('.gz') ? unpack(source) : source);
}

/** What goes wrong on either side ends the reading. */
const unpack = (source: Readable): Readable => pipeline(source, createGunzip(), () => {});

/** The same from any source; fields may stand apart by more than a comma. */
export async function* readCsvFrom(
	source: Readable,
	delimiter: string | string[] = ','
): AsyncGenerator<SourceRow> {
	const unreadable: SourceRow[] = [];
	const parser = parse({
		delimiter,
		bom: true,
		info: true,
		relax_column_count: true,
		skip_empty_lines: true,
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: 64 * 1024,
		skip_records_with_error: true,
		on_skip: (error: CsvError | undefined, raw: string | undefined) => {
			const line = (error as unknown as Info | undefined)?.lines ?? 0;
			unreadable.push({ line, fields: [raw ?? ''], fault: 'row_unreadable' });
			return undefined;
		}
	});
	source.on('error', (error) => parser.destroy(error));
	source.pipe(parser);
	try {
		for await (const { info, record } of parser as AsyncIterable<{
			info: Info;
			record: string[];
		}>) {
			yield* unreadable.splice(0);
			yield { line: info.lines, fields: record };
		}
		yield* unreadable.splice(0);
	} finally {
		source.destroy();
	}
}
