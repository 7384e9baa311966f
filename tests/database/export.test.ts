import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/desk.ts';
import { exportReports, type ExportFormat } from '../../src/lib/server/exports/export-reports.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, submission } from '../support/desk.ts';

const july = { first_on: '2026-07-01', last_on: '2026-07-31' };
const told = '=SUM(A1) zei de man,\nen "dag".';

describe.each(backendNames)('reports that an operator takes along from %s', (backend) => {
	let desk: Desk;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		const file = (contact_at: string, narrative: string) =>
			reports.file(
				desk,
				submission({
					contact_at,
					narrative,
					email: 'melder@example.org',
					facts: { consent: 'no' }
				}),
				{ origin: 'api' }
			);
		await file('2026-06-30T23:59', 'De dag ervoor.');
		await file('2026-07-01T00:00', told);
		// More than two pages of them.
		await Promise.all(
			Array.from({ length: 21 }, (_, at) => file('2026-07-31T23:59', `Keer ${at}`))
		);
	});
	afterAll(() => desk.close());

	const exported = async (format: ExportFormat) => {
		const to = new PassThrough();
		const [count, bytes] = await Promise.all([
			exportReports(desk.backend.sql, july, format, to, 10),
			buffer(to)
		]);
		expect(count).toBe(22);
		expect(bytes.includes('melder@example.org')).toBe(false);
		return bytes;
	};

	test('as JSON, from the first to the last Dutch day, with lists and facts as they are', async () => {
		const all = JSON.parse((await exported('json')).toString());
		expect(all).toHaveLength(22);
		expect(all[0]).toMatchObject({
			kind: 'complaint',
			counted_on: '2026-07-01',
			narrative: told,
			facts: { consent: 'no' },
			is_counted: true
		});
		expect(new Date(all[0].contacts[0]).toISOString()).toBe('2026-06-30T22:00:00.000Z');
		expect(new Set(all.map(({ reference }: { reference: string }) => reference)).size).toBe(22);
	});

	test('as CSV, in which nothing is a formula', async () => {
		const rows = parse<Record<string, string>>(await exported('csv'), { columns: true, bom: true });
		expect(rows).toHaveLength(22);
		expect(rows[0]).toMatchObject({ counted_on: '2026-07-01', narrative: `'${told}` });
	});

	test('as a workbook with a row for each', async () => {
		const book = await readXlsx(new Uint8Array(await exported('xlsx')));
		expect(book.sheets[0]!.rows).toHaveLength(23);
	});

	test('a period without reports is an empty list', async () => {
		const to = new PassThrough();
		const none = { first_on: '2025-01-01', last_on: '2025-01-31' };
		const [, bytes] = await Promise.all([
			exportReports(desk.backend.sql, none, 'json', to),
			buffer(to)
		]);
		expect(JSON.parse(bytes.toString())).toEqual([]);
	});
});
