import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { giveOutTable, type SheetFormat, type Table } from './spreadsheet.ts';

type Row = { name: string; count: number | null; day: string; at: string };

const rows: Row[] = [
	{ name: '=HYPERLINK("http://x")', count: 3, day: '2026-07-02', at: '2026-07-02T17:05:00Z' },
	{ name: '+31850001234', count: null, day: '2026-01-01', at: '2026-01-01T23:30:00Z' },
	{ name: '-1 <&> "é"\n@x', count: 0, day: '', at: '' }
];

const table = (pages: Table<Row>['pages']): Table<Row> => ({
	name: 'meldingen-a/b',
	columns: [
		{ heading: 'Naam', valueOf: ({ name }) => name },
		{ heading: 'Aantal', kind: 'number', valueOf: ({ count }) => count },
		{ heading: 'Dag', kind: 'day', valueOf: ({ day }) => day },
		{ heading: 'Moment', kind: 'moment', valueOf: ({ at }) => at }
	],
	pages
});

const bytesOf = async (format: SheetFormat, pages: Table<Row>['pages']) =>
	new Uint8Array(await giveOutTable(format, table(pages)).arrayBuffer());

describe('a table as a workbook', () => {
	test('keeps texts as texts, whatever they begin with', async () => {
		const [sheet] = (await readXlsx(await bytesOf('xlsx', [rows]))).sheets;
		expect(sheet!.rows.map(([name]) => name)).toEqual(['Naam', ...rows.map(({ name }) => name)]);
	});

	test('has numbers, days and moments that a spreadsheet can reckon with, by the Dutch clock', async () => {
		const [sheet] = (await readXlsx(await bytesOf('xlsx', [rows]))).sheets;
		expect(sheet!.rows.slice(1).map(([, ...rest]) => rest)).toEqual([
			[3, new Date('2026-07-02T00:00:00Z'), new Date('2026-07-02T19:05:00Z')],
			// Past midnight in the Netherlands.
			[null, new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:30:00Z')],
			[0, null, null]
		]);
	});

	test('reads no further ahead than is taken', async () => {
		let read = 0;
		async function* endless() {
			for (;;) {
				read += 1;
				yield Array.from({ length: 500 }, () => rows[0]!);
			}
		}
		const reader = giveOutTable('xlsx', table(endless())).body!.getReader();
		await reader.read();
		await reader.cancel();
		expect(read).toBeLessThan(200);
	});
});

test('a table as CSV makes text of what a spreadsheet would reckon with', async () => {
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf('csv', [rows]));
	expect(text.startsWith('\ufeffNaam,Aantal,Dag,Moment\n')).toBe(true);
	expect(text).toContain(`"'=HYPERLINK(""http://x"")",3,2026-07-02,2026-07-02T17:05:00Z`);
	expect(text).toContain("'+31850001234,,2026-01-01");
});

test('a table that breaks off is not given out as if it were whole', async () => {
	async function* broken(): AsyncGenerator<Row[]> {
		yield rows;
		throw new Error('gone');
	}
	await expect(bytesOf('csv', broken())).rejects.toThrow();
	await expect(bytesOf('xlsx', broken())).rejects.toThrow();
});
