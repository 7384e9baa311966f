import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { Desk } from '../../src/lib/server/desk.ts';
import { blocklist, reportsOf } from '../../src/lib/server/open-data/open-data.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, submission } from '../support/desk.ts';

describe.each(backendNames)('open data of a desk on %s', (backend) => {
	let desk: Desk;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		const file = (fields: Record<string, unknown>) =>
			reports.file(
				desk,
				submission({ contact_at: '2026-07-02T19:05', categories: ['unwanted_contact'], ...fields }),
				{ origin: 'api' }
			);
		const told = { narrative: 'Herkenbaar verhaal.', caller_number: '0850001234' };
		for (let each = 0; each < 8; each++) await file({ ...told, postcode4: '3511' });
		for (let each = 0; each < 6; each++) await file({ ...told, postcode4: '9711' });
		await file({ ...told, postcode4: '4331' });
	});
	afterAll(() => desk.close());

	test('tells of a month what at least five share, and nothing else', async () => {
		const written = await reportsOf(desk, '2026-07-01');
		const rows = parse<Record<string, string>>(written, { columns: true });
		expect(Object.keys(rows[0]!)).toEqual('month kind channel category sector province'.split(' '));
		expect(rows).toHaveLength(15);
		// The one of Zeeland has company, or the others taken from the whole would tell it.
		const provinces = rows.map(({ province }) => province);
		expect(provinces.filter((province) => province === 'UT')).toHaveLength(8);
		expect(provinces.filter((province) => province === '*')).toHaveLength(7);
		for (const secret of ['Herkenbaar', '1234', '07-02', '3511']) {
			expect(written).not.toContain(secret);
		}
		expect(await reportsOf(desk, '2026-06-01')).toBe(
			'month,kind,channel,category,sector,province\n'
		);
	});

	test('tells nothing of a month that is not over', () => {
		const month = desk.now().toISOString().slice(0, 8) + '01';
		expect(() => reportsOf(desk, month)).toThrow('month_not_over');
	});

	test('lists a number whose page says that it is often reported', async () => {
		const { numbers } = await blocklist(desk);
		expect(numbers).toEqual([
			{
				number: '+31850001234',
				complaints: 15,
				category: 'unwanted_contact',
				last_on: '2026-07-02'
			}
		]);
	});
});
