import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { toQuestion } from '#lib/domain/trends/question.ts';
import { openDesk } from '#lib/server/desk.ts';
import { readEnvironment } from '#lib/server/env.ts';
import * as trends from '#lib/server/trends/trends.ts';
import { createDatabase } from '../support/databases.ts';
import { migratedFolder, operate, startOperator, temporaryFolder } from '../support/operator.ts';

const fixture = 'tests/fixtures/dnc_complaint_numbers.csv';
const shared = join(process.env.GEHOORD_SHARED ?? '../shared', 'data/import');
const realFile = join(shared, 'dnc_complaint_numbers_2019-12-16.csv');

const { folder, remove } = await temporaryFolder();
afterAll(remove);

function importing(file: string, env: Record<string, string>, ...more: string[]) {
	const rejected = join(folder, 'rejected.csv');
	return operate(['import', file, '--format', 'ftc', '--rejected', rejected, ...more], env);
}

/** What the summary says. */
function figures(stdout: string) {
	const line = (name: string) => Number(new RegExp(`^${name} +(\\d+)$`, 'm').exec(stdout)?.[1]);
	return [line('rows'), line('filed'), line('already known'), line('rejected')];
}

async function countReports(databaseUrl: string): Promise<number> {
	const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
	const [row] = await sql`select count(*)::int as count from hub.reports`;
	await sql.end();
	return row!.count;
}

async function ask(databaseUrl: string, query: string) {
	const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
	const rows = await sql.unsafe(query);
	await sql.end();
	return rows.map((row) => ({ ...row }));
}

/** The days of December 2019 that the public trends show, with their counts. */
async function shownDays(env: Record<string, string>) {
	const desk = await openDesk({ ...readEnvironment(env), logLevel: 'silent' });
	try {
		const query = { from: '2019-12-01', to: '2019-12-31', interval: 'day' } as const;
		const { series } = await trends.loadPublic(desk, toQuestion(query as never, desk.now()));
		return series[0]!.points.filter(({ count }) => count !== 0);
	} finally {
		await desk.close();
	}
}

describe('an import', () => {
	test('files what can stand, says why the rest cannot, and files nothing twice', async () => {
		const env = { DATA_DIR: await migratedFolder(folder) };
		const dry = await importing(fixture, env, '--dry-run');
		expect(dry.stdout).toMatch(/^can be filed +7$/m);

		const first = await importing(fixture, env);
		expect(first).toMatchObject({ code: 0, stderr: '' });
		expect(figures(first.stdout)).toEqual([20, 7, 0, 13]);

		const rejected = await readFile(join(folder, 'rejected.csv'), 'utf8');
		expect(rejected.split('\r\n')[0]).toMatch(/^line,reason,Company_Phone_Number,/);
		expect(rejected).toContain('15,violation_after_report,2025550107,2019-12-13 10:12:00');
		expect(rejected).toContain('20,wrong_number_of_columns,2025550112,');

		const second = await importing(fixture, env);
		expect(figures(second.stdout)).toEqual([20, 0, 7, 13]);
		expect(await operate(['rollups', 'verify'], env)).toMatchObject({ code: 0 });
	}, 240_000);

	test('of a file of SignalConso is counted by day, channel and what was ticked', async () => {
		const file = join(folder, 'signalconso.csv');
		const byPhone = 'Démarchage;Je suis inscrit sur Bloctel;Énergie;gaz ou électricité';
		const atTheDoor = 'Démarchage;Un vendeur est venu à mon domicile';
		const row = (day: string, ticked: string) => `11,75,DemarchageAbusif,${ticked},${day},0,`;
		await writeFile(
			file,
			[
				'reg_code,dep_code,category,subcategories,creationdate,contactagreement,tags',
				...Array.from({ length: 30 }, (_, day) =>
					row(`2021-09-${String(day + 1).padStart(2, '0')}`, byPhone)
				),
				...Array.from({ length: 7 }, () => row('2021-10-07', atTheDoor)),
				row('7 octobre', byPhone)
			].join('\n')
		);
		const env = { DATA_DIR: join(folder, 'french'), DATABASE_URL: await createDatabase() };
		const rejects = join(folder, 'signalconso.rejected.csv');
		const run = () =>
			operate(['import', file, '--format', 'signalconso', '--rejected', rejects], env);
		expect(figures((await run()).stdout)).toEqual([38, 37, 0, 1]);
		expect(await readFile(rejects, 'utf8')).toContain('39,created_date_unreadable,');
		// Rows that are alike are as many reports, and yet a second run files none of them again.
		expect(figures((await run()).stdout)).toEqual([38, 0, 37, 1]);

		const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
		const counted = await sql`
			select counted_on::text as month, channel, report_count::int as count
			from (select period_on as counted_on, channel, report_count from hub.report_counts_by_period
				where grain = 'month' and cuboid = 2) as months order by 1`;
		const waiting = await sql`select from hub.report_count_changes`;
		const ticked = await sql`
			select sector, string_agg(distinct category, ' ' order by category) as categories
			from hub.reports join hub.report_categories using (report_id) group by sector order by 1`;
		await sql.end();
		expect([...counted]).toEqual([
			{ month: '2021-09-01', channel: 'phone', count: 30 },
			{ month: '2021-10-01', channel: 'door', count: 7 }
		]);
		expect(waiting).toHaveLength(0);
		expect([...ticked]).toEqual([
			{ sector: 'energy', categories: 'objection_ignored unwanted_contact' },
			{ sector: 'unknown', categories: 'unwanted_contact' }
		]);
		expect(await operate(['rollups', 'verify'], env)).toMatchObject({ code: 0 });
	}, 240_000);

	test('that is killed and run again ends as if nothing had happened', async () => {
		const url = await createDatabase();
		const env = { DATA_DIR: join(folder, 'killed'), DATABASE_URL: url };
		const long = await longFile();
		const { child, done } = startOperator(
			['import', long, '--format', 'ftc', '--rejected', join(folder, 'killed.csv')],
			env
		);
		while ((await countReports(url)) < 500) await new Promise((again) => setTimeout(again, 20));
		child.kill('SIGKILL');
		await done;
		const before = await countReports(url);
		expect(before).toBeLessThan(3000);

		const resumed = await importing(long, env);
		expect(figures(resumed.stdout)).toEqual([3000, 3000 - before, before, 0]);
		expect(await countReports(url)).toBe(3000);
		expect(await operate(['rollups', 'verify'], env)).toMatchObject({ code: 0 });
	}, 240_000);

	test('of an export brings the reports to another desk, several batches at a time', async () => {
		const from = { DATA_DIR: join(folder, 'from'), DATABASE_URL: await createDatabase() };
		const seeded = await operate(['seed', '--demo', '--reports', '510', '--seed', '7'], from);
		expect(seeded.code).toBe(0);
		const period = ['--from', '2020-01-01', '--to', '2030-01-01'];
		const { stdout } = await operate(['export', ...period, '--format', 'csv'], from);
		const file = join(folder, 'export.csv');
		await writeFile(file, stdout);

		const to = { DATA_DIR: join(folder, 'to'), DATABASE_URL: await createDatabase() };
		const at = ['--concurrency', '4', '--rejected', join(folder, 'export.rejected.csv')];
		const run = () => operate(['import', file, '--format', 'gehoord', ...at], to);
		expect(figures((await run()).stdout)).toEqual([510, 510, 0, 0]);
		expect(figures((await run()).stdout)).toEqual([510, 0, 510, 0]);
		const counts = `
			select kind, channel, counted_on::text, coalesce(caller_number, '') as number, count(*)::int
			from hub.reports group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
		expect(await ask(to.DATABASE_URL, counts)).toEqual(await ask(from.DATABASE_URL, counts));
		expect(await operate(['rollups', 'verify'], to)).toMatchObject({ code: 0 });
	}, 240_000);

	test('of what others kept reads it through a mapping', async () => {
		const [file, mapping] = [join(folder, 'old.csv'), join(folder, 'mapping.json')];
		await writeFile(
			file,
			'Soort,Datum,Nummer\r\nTelefoon,31-12-2024 18:30,0851234567\r\nFax,31-12-2024,0851234567\r\n'
		);
		await writeFile(
			mapping,
			JSON.stringify({
				columns: { channel: 'Soort', contact_at: 'Datum', caller_number: 'Nummer' },
				values: { channel: { Telefoon: 'phone' } },
				constants: { kind: 'complaint' },
				date_order: 'day-month-year'
			})
		);
		const env = { DATA_DIR: join(folder, 'old'), DATABASE_URL: await createDatabase() };
		const command = ['import', file, '--format', 'gehoord', '--mapping', mapping];
		expect(figures((await operate(command, env)).stdout)).toEqual([2, 1, 0, 1]);
		expect(await readFile(`${file}.rejected.csv`, 'utf8')).toContain('3,wrong_channel,Fax,');
		const kept = await ask(
			env.DATABASE_URL,
			'select channel, caller_number, counted_on::text from hub.reports'
		);
		expect(kept).toEqual([
			{ channel: 'phone', caller_number: '+31851234567', counted_on: '2024-12-31' }
		]);
		await writeFile(mapping, '{"columns":{"phone":"Nummer"}}');
		const wrong = await operate(command, env);
		expect(wrong.code).toBe(1);
		expect(wrong.stderr.trim().split('\n')).toEqual([expect.stringContaining('mapping.json')]);
	}, 120_000);

	test('of another file is refused in one line', async () => {
		const { code, stderr } = await importing('package.json', {
			DATA_DIR: await migratedFolder(folder)
		});
		expect([code, stderr]).toEqual([
			1,
			'gehoord: this is no file of format ftc: it has no column Company_Phone_Number\n'
		]);
	}, 120_000);
});

if (existsSync(realFile)) {
	test('the real file of 20,532 rows is imported, and its days are in the trends', async () => {
		const env = { DATA_DIR: join(folder, 'real'), DATABASE_URL: await createDatabase() };
		const { code, stdout } = await importing(realFile, env);
		expect([code, ...figures(stdout)]).toEqual([0, 20_532, 19_307, 0, 1_225]);
		const shown = await shownDays(env);
		expect(shown).toContainEqual({ period: '2019-12-14', count: expect.any(Number) });
		expect(shown.find(({ period }) => period === '2019-12-13')!.count).toBeGreaterThan(9_000);
	}, 480_000);
} else {
	console.info(`${realFile} is not here: only the small file is imported.`);
}

/** Three thousand calls of invented numbers, some alike in every word. */
async function longFile(): Promise<string> {
	const [header] = (await readFile(fixture, 'utf8')).split('\r\n');
	const rows = Array.from({ length: 3000 }, (_, index) => {
		const number = `20255501${String(index % 100).padStart(2, '0')}`;
		return `${number},2019-12-13 10:00:00,2019-12-12 09:${String(index % 7).padStart(2, '0')}:01,,Ohio,202,Other,Y`;
	});
	const file = join(folder, 'long.csv');
	await writeFile(file, [header, ...rows].join('\r\n'));
	return file;
}
