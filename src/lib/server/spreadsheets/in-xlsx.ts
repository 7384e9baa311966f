import { writeXlsxStream, type CellValue, type ColumnDef } from 'hucre/xlsx';
import { dayOf, timeOf } from '#lib/domain/calendar/amsterdam.ts';
import type { CellKind, Column, Table } from './spreadsheet.ts';

/**
 * A table as a workbook of one sheet. Texts are written as texts and no cell as a formula, so that
 * nothing a reporter typed is reckoned with.
 */
export function inXlsx<Row>({ name, columns, pages }: Table<Row>): ReadableStream<Uint8Array> {
	return writeXlsxStream(rows(), {
		name: nameOfSheet(name),
		columns: columns.map(lookOf),
		freezePane: { rows: 1 }
	});

	async function* rows(): AsyncGenerator<CellValue[]> {
		for await (const page of pages) {
			for (const row of page) yield columns.map((column) => cellOf(column, row));
		}
	}
}

const looks: Record<CellKind, Pick<ColumnDef, 'numFmt' | 'width'>> = {
	text: { width: 24 },
	number: { width: 12 },
	day: { numFmt: 'yyyy-mm-dd', width: 12 },
	moment: { numFmt: 'yyyy-mm-dd hh:mm', width: 17 }
};

const lookOf = <Row>({ heading, kind = 'text' }: Column<Row>): ColumnDef => ({
	header: heading,
	...looks[kind]
});

function cellOf<Row>({ kind, valueOf }: Column<Row>, row: Row): CellValue {
	const value = valueOf(row);
	if (value === null || value === '') return null;
	// A workbook knows no time zones: it gets the Dutch wall clock.
	if (kind === 'day') return new Date(`${value}T00:00:00Z`);
	if (kind === 'moment') {
		const at = new Date(value);
		return new Date(`${dayOf(at)}T${timeOf(at)}:00Z`);
	}
	return kind === 'number' ? Number(value) : String(value).slice(0, longestCell);
}

/** More does not fit in a cell of a workbook. */
const longestCell = 32_767;

/** At most 31 signs, and none that Excel refuses. */
const nameOfSheet = (name: string) => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
