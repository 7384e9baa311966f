import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/lib/server/imports/formats.ts';
import { importFile } from '../../src/lib/server/imports/import-file.ts';
import * as keptImports from '../../src/lib/server/imports/kept-imports.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import { retentionDue, runRetention } from '../../src/lib/server/jobs/retention.ts';
import { migrate } from '../../src/lib/server/backend/migrate.ts';
import * as taxonomy from '../../src/lib/server/register/taxonomy.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import * as referenceData from '../../src/lib/server/upkeep/reference-data.ts';
import { settleTelling } from '../../src/lib/server/upkeep/telling.ts';
import { join } from 'node:path';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';

const day = 24 * 60 * 60 * 1000;

describe.each(backendNames)('looking after a desk on %s', (backend) => {
	let desk: Desk;
	let administrator: Client;
	const start = new Date();
	let now = start;

	beforeAll(async () => {
		desk = { ...(await openTestDesk(backend)), now: () => now };
		await desk.backend.sql.query(
			"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy')"
		);
		administrator = await signIn(desk, 'beheer@gehoord.example', 'administrator');
	});
	afterAll(() => desk.close());

	const one = async (statement: string) =>
		(await desk.backend.sql.query<Record<string, unknown>>(statement))[0]!;
	const wrongCounts = () => desk.backend.sql.query('select * from public.verify_report_counts()');
	const counted = async () =>
		Number((await one('select count(*) as amount from hub.counted_reports')).amount);
	const file = (fields: Record<string, unknown>) =>
		reports.file(desk, submission(fields), { origin: 'form' });
	const importing = (signal = new AbortController().signal) =>
		importFile({
			desk,
			file: 'tests/fixtures/dnc_complaint_numbers.csv',
			format: formats.ftc!,
			dataDir: desk.env.dataDir,
			rejects: join(desk.env.dataDir, 'rejected.csv'),
			progress: () => {},
			signal
		});

	test('an import is undone as a whole, the counts stay exact and it can be imported anew', async () => {
		await file({ organisation_name: 'Stroomwijs', caller_number: '0850001234' });
		const before = await counted();
		await importing();
		expect(await counted()).toBe(before + 7);
		const [first] = await keptImports.list(administrator);
		expect(first).toMatchObject({
			file_name: 'dnc_complaint_numbers.csv',
			state: 'finished',
			rows_read: 20,
			filed: 7,
			rejected: 13
		});

		await keptImports.undo(administrator, first!.import_id, 'Het verkeerde bestand.');
		await keptImports.runUndoing(desk);
		expect((await keptImports.list(administrator))[0]).toMatchObject({
			state: 'undone',
			erased: 7
		});
		expect(await counted()).toBe(before);
		expect(await wrongCounts()).toEqual([]);
		expect(
			await one("select count(*)::int as left from hub.reports where origin = 'import'")
		).toEqual({ left: 0 });

		const again = await importing();
		expect(again.summary).toMatchObject({ filed: 7, known: 0 });
		expect(await wrongCounts()).toEqual([]);
	});

	test('loading the reference data anew undoes no edit', async () => {
		const known = await taxonomy.load(desk);
		const category = known.categories.find(({ code }) => code === 'pushiness')!;
		await referenceData.editLabels(
			desk,
			administrator,
			{ part: 'categories', code: 'pushiness', reason: 'Korter.' },
			{ label_nl: 'Drammen' }
		);
		await desk.backend.sql.query("delete from hub.installation where key = 'reference_data'");
		await migrate(desk.backend.sql);
		const after = await taxonomy.load(desk);
		expect(after.categories.find(({ code }) => code === 'pushiness')).toMatchObject({
			label_nl: 'Drammen',
			label_en: category.label_en
		});
	});

	test('organisations hear by the hour where others reach the desk, unless an administrator chose otherwise', async () => {
		const term = () => one("select amount from hub.clocks where code = 'told_to_organisation'");
		await settleTelling(desk.backend.sql, 'https://gehoord.example');
		expect(await term()).toEqual({ amount: 60 });
		for (const own of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080']) {
			await settleTelling(desk.backend.sql, 'https://localhost.gehoord.example');
			expect(await term()).toEqual({ amount: 60 });
			await settleTelling(desk.backend.sql, own);
			expect(await term(), own).toEqual({ amount: 0 });
		}
		await referenceData.setClock(desk, administrator, {
			code: 'told_to_organisation',
			amount: 0,
			reason: 'We proberen het uit.'
		});
		await settleTelling(desk.backend.sql, 'https://gehoord.example');
		expect(await term()).toEqual({ amount: 0 });
	});

	test('nobody is known and nothing is told any more when the time has come; the counts stay', async () => {
		const told = { email: 'els@example.org', narrative: 'Ze belden weer.' };
		const unknown = await file({ ...told, organisation_name: 'Wie weet dat' });
		const silent = await file({ ...told, organisation_name: 'Stroomwijs' });
		const before = await counted();
		const kept = (reference: string) =>
			one(
				`select state::text, narrative is not null as has_words, is_counted,
					exists (select from hub.report_reporters where report_reporters.report_id = reports.report_id) as has_reporter
				from hub.reports where reference = '${reference}'`
			);
		now = new Date(start.getTime() + 20 * day);
		// A reminder, another one, and the term to answer.
		for (let clock = 0; clock < 3; clock += 1) await runDeadlines(desk);
		expect(await kept(silent.reference)).toMatchObject({ state: 'expired', has_reporter: true });
		expect(await retentionDue(desk)).toEqual({});

		now = new Date(start.getTime() + 400 * day);
		expect(await retentionDue(desk)).toEqual({ 'contact_data_erased reports': 2 });
		expect(await runRetention(desk)).toEqual({ erased: 2, failed: 0 });
		for (const { reference } of [unknown, silent]) {
			expect(await kept(reference)).toMatchObject({ has_reporter: false, has_words: true });
		}

		now = new Date(start.getTime() + 5.2 * 365.25 * day);
		await runRetention(desk);
		for (const { reference, follow_code } of [unknown, silent]) {
			expect(await kept(reference)).toEqual({
				state: 'anonymised',
				has_words: false,
				is_counted: true,
				has_reporter: false
			});
			await expect(followedReports.open(desk, follow_code)).rejects.toThrow();
		}
		expect(await counted()).toBe(before);
		expect(await wrongCounts()).toEqual([]);
		expect(await retentionDue(desk)).toEqual({});
		now = start;
	});
});
