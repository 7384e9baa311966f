import { basename } from 'node:path';
import type { ImportFormat } from '#lib/domain/import/format.ts';
import type { Desk } from '../desk.ts';
import { importRows, type ImportSummary } from './imports.ts';
import * as keptImports from './kept-imports.ts';
import { readCsv } from './read-csv.ts';
import { openRejects, placeForRejects } from './rejects.ts';

type Options = {
	/** Undefined on a dry run, which writes the rejects but nothing to the database. */
	desk: Desk | undefined;
	file: string;
	format: ImportFormat;
	dataDir: string;
	/** Where rejected rows go; by default beside the file. */
	rejects: string | undefined;
	progress: (bytes: number, filed: number) => void;
	/** How many batches are filed at the same time: 1 unless told. */
	concurrency?: number;
	signal: AbortSignal;
};

/** Imports a CSV file whose first row names the columns. */
export async function importFile({
	desk,
	file,
	format,
	dataDir,
	rejects,
	progress,
	concurrency = 1,
	signal
}: Options): Promise<{ summary: ImportSummary; rejects: string }> {
	let bytes = 0;
	const columns = await readColumns(file, format);
	const rows = readCsv(file, (read) => (bytes = read));
	await rows.next();
	const path = rejects ?? (await placeForRejects(file, dataDir));
	const rejected = await openRejects(path, columns);
	const remembered = desk && (await keptImports.begin(desk, basename(file), format.name));
	const summary = await importRows(rows, {
		format,
		columns,
		desk,
		remembered,
		concurrency,
		signal,
		reject: rejected.write,
		progress: ({ filed, known }) => progress(bytes, filed + known)
	});
	await rejected.close();
	return { summary, rejects: path };
}

/**
 * The names in the first row of a file.
 * @throws Error when the format needs a column that is not among them.
 */
export async function readColumns(file: string, format: ImportFormat): Promise<string[]> {
	const rows = readCsv(file);
	const header = await rows.next();
	await rows.return(undefined);
	const columns = header.done ? [] : header.value.fields.map((name) => name.trim());
	const missing = format.columns.find((name) => !columns.includes(name));
	if (missing === undefined) return columns;
	throw new Error(`this is no file of format ${format.name}: it has no column ${missing}`);
}
