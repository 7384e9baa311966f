import { inCsv } from './in-csv.ts';
import { inXlsx } from './in-xlsx.ts';

/*
 * A table that somebody takes along as a file. It is written while its rows are read, so that the
 * length of the table costs no memory.
 */

/** What stands in a cell; a `day` is `2026-07-02`, a `moment` an instant. */
export type CellKind = 'text' | 'number' | 'day' | 'moment';

/** A column: what it is called, and what a row has in it. */
export type Column<Row> = {
	heading: string;
	kind?: CellKind;
	valueOf: (row: Row) => string | number | null;
};

export type Table<Row> = {
	/** Of the file and of its sheet, without an ending. */
	name: string;
	columns: readonly Column<Row>[];
	/** The rows, some at a time. */
	pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
};

const formats = {
	csv: { media_type: 'text/csv; charset=utf-8', write: inCsv },
	xlsx: {
		media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		write: inXlsx
	}
} as const;

/** The kinds of file a table can be taken along as. */
export type SheetFormat = keyof typeof formats;

export const isSheetFormat = (ending: string): ending is SheetFormat =>
	Object.hasOwn(formats, ending);

/** A table as the bytes of a file, written while its rows are read. */
export const writeTable = <Row>(format: SheetFormat, table: Table<Row>) =>
	formats[format].write(table);

/** The answer to a download of a table, which nobody between keeps a copy of. */
export function giveOutTable<Row>(format: SheetFormat, table: Table<Row>): Response {
	const { media_type } = formats[format];
	return new Response(writeTable(format, table), {
		headers: {
			'content-type': media_type,
			'content-disposition': `attachment; filename="${table.name}.${format}"`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}
