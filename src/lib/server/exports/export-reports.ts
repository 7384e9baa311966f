import { finished } from 'node:stream/promises';
import { Readable, type Writable } from 'node:stream';
import type { Sql } from '../backend/backend.ts';
import { writeTable, type SheetFormat } from '../spreadsheets/spreadsheet.ts';
import {
	exportColumns,
	exportedReports,
	type ExportedReport,
	type Period
} from './exported-reports.ts';

export const exportFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A sheet of a workbook has no more rows than this, and one is the heading. */
const mostSheetRows = 1_048_575;

/**
 * Writes the reports of a period, as they are at one moment; no more than a page of them is held.
 * @returns how many there were.
 */
export function exportReports(
	sql: Sql,
	period: Period,
	format: ExportFormat,
	to: Writable,
	pageSize = 500
): Promise<number> {
	return sql.transaction(async (inside) => {
		await inside.execute('set transaction isolation level repeatable read, read only');
		if (format === 'xlsx') await requireSheet(inside, period);
		let count = 0;
		const pages = counted(exportedReports(inside, period, pageSize), (rows) => (count += rows));
		await pour(format === 'json' ? json(pages) : table(format, pages), to);
		return count;
	});
}

async function requireSheet(sql: Sql, { first_on, last_on }: Period) {
	const [row] = await sql.query<{ rows: string }>(
		'select count(*) as rows from hub.reports where counted_on between $1 and $2',
		[first_on, last_on]
	);
	if (Number(row!.rows) <= mostSheetRows) return;
	throw new Error(`${row!.rows} reports do not fit into a workbook: take csv, or a shorter period`);
}

async function* counted<Row>(pages: AsyncIterable<Row[]>, add: (rows: number) => void) {
	for await (const rows of pages) {
		add(rows.length);
		yield rows;
	}
}

const table = (format: SheetFormat, pages: AsyncIterable<ExportedReport[]>) =>
	Readable.fromWeb(
		writeTable(format, { name: 'reports', columns: exportColumns, pages }) as Parameters<
			typeof Readable.fromWeb
		>[0]
	);

/** One array, a report a line. */
async function* json(pages: AsyncIterable<ExportedReport[]>): AsyncGenerator<string> {
	let before = '[\n';
	for await (const reports of pages) {
		for (const report of reports) {
			yield before + JSON.stringify(report);
			before = ',\n';
		}
	}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Standard output is nobody's to close, so it is written to and left open. */
async function pour(chunks: AsyncIterable<string | Uint8Array>, to: Writable) {
	for await (const chunk of chunks) {
		if (!to.write(chunk)) await new Promise((resolve) => to.once('drain', resolve));
	}
	if (to !== process.stdout) await finished(to.end());
}
