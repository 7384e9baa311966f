import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchDesk } from './desks.ts';

/** The counted reports of a desk in a database that is made for counting. */
export type Duckdb = { ask(question: string): Promise<unknown>; close(): void };

const batchSize = 100_000;

/** Copies what the trends are about, as columns with the types that suit DuckDB best. */
export async function openDuckdb({ straight, reports }: BenchDesk): Promise<Duckdb> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-duckdb-'));
	const [reportsFile, categoriesFile] = [
		join(folder, 'reports.csv'),
		join(folder, 'categories.csv')
	];
	const instance = await DuckDBInstance.create(join(folder, 'bench.duckdb'));
	const connection = await instance.connect();
	try {
		for (let first = 1; first <= reports; first += batchSize) {
			const within = `report_id between ${first} and ${first + batchSize - 1}`;
			await copy(
				`select concat_ws(',', report_id, counted_on, facets.kind, facets.channel, facets.sector, coalesce(province, ''),
					coalesce(nullif(facets.organisation_id, '00000000-0000-0000-0000-000000000000')::text, ''), coalesce(hour::text, ''),
					facets.verification, coalesce(delivered_on::text, ''), coalesce(answer_days::text, ''), coalesce(verdict, '')) as line
				from hub.report_facets as facets join (select report_id, province from hub.reports) as placed using (report_id)
				where ${within}`,
				reportsFile
			);
			await copy(
				`select concat_ws(',', report_id, category, coalesce(sub_category, '')) as line
				from hub.report_categories join (select report_id from hub.reports where is_counted) as counted using (report_id)
				where ${within}`,
				categoriesFile
			);
		}
		await connection.run(`
			create table reports as select * from read_csv('${reportsFile}', header = false, nullstr = '', columns = {
				report_id: 'INTEGER', counted_on: 'DATE', kind: 'VARCHAR', channel: 'VARCHAR', sector: 'VARCHAR',
				province: 'VARCHAR', organisation_id: 'UUID', hour: 'TINYINT', verification: 'VARCHAR',
				delivered_on: 'DATE', answer_days: 'SMALLINT', verdict: 'VARCHAR'})`);
		await connection.run(`
			create table categories as select * from read_csv('${categoriesFile}', header = false, nullstr = '',
				columns = {report_id: 'INTEGER', category: 'VARCHAR', sub_category: 'VARCHAR'})`);
	} finally {
		await rm(reportsFile, { force: true });
		await rm(categoriesFile, { force: true });
	}
	return {
		ask: async (question) => (await connection.runAndReadAll(question)).getRows(),
		close() {
			connection.closeSync();
			void rm(folder, { recursive: true, force: true });
		}
	};

	async function copy(lines: string, file: string) {
		const [row] = await straight.query<{ text: string | null }>(
			`select string_agg(line, E'\\n') as text from (${lines}) as lines`
		);
		if (row?.text) await appendFile(file, `${row.text}\n`);
	}
}
