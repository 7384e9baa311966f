import type { Sql } from '../backend/backend.ts';
import type { BackupManifest } from './manifest.ts';
import { filesOf } from './read-backup.ts';
import { listSequences, listTables, wholeRows } from './tables.ts';

/**
 * Puts the rows of a backup in the place of all there are. Triggers rest meanwhile, for what they
 * would do was done before the backup; foreign keys are taken away and made again, so that tables
 * may come in any order and every one is checked in the end. Neither needs a superuser.
 */
export async function loadRows(sql: Sql, file: string, manifest: BackupManifest): Promise<void> {
	const names = (await listTables(sql)).map(({ name }) => name);
	const tables = new Map(manifest.tables.map((table) => [table.path, table]));
	const foreignKeys = await listForeignKeys(sql);
	for (const { table, name } of foreignKeys) {
		await sql.execute(`alter table ${table} drop constraint ${name}`);
	}
	for (const name of names) await sql.execute(`alter table ${name} disable trigger user`);
	await sql.execute(`truncate ${names.join(', ')}`);
	for await (const { path, contents } of filesOf(file, 'database/')) {
		const table = tables.get(path);
		// A backup writes into tables of the desk and nowhere else, whatever it says of itself.
		if (!table || !names.includes(table.name)) {
			throw new Error(`${path} of the backup is no table of the desk`);
		}
		const target = `${table.name} (${table.columns.join(', ')})`;
		for await (const rows of wholeRows(contents)) await sql.copyIn(target, rows);
	}
	await compareRows(sql, manifest);
	for (const name of names) await sql.execute(`alter table ${name} enable trigger user`);
	for (const { table, name, definition } of foreignKeys) {
		await sql.execute(`alter table ${table} add constraint ${name} ${definition}`);
	}
	await setSequences(sql, manifest);
}

const listForeignKeys = (sql: Sql) =>
	sql.query<{ table: string; name: string; definition: string }>(`
		select conrelid::regclass::text as "table", quote_ident(conname) as name,
			pg_get_constraintdef(oid) as definition
		from pg_constraint
		where contype = 'f' and connamespace in ('hub'::regnamespace, 'auth'::regnamespace)
		order by 1, 2`);

async function compareRows(sql: Sql, manifest: BackupManifest) {
	for (const { name, rows } of manifest.tables) {
		const [counted] = await sql.query<{ rows: string }>(`select count(*) as rows from ${name}`);
		if (Number(counted!.rows) !== rows) {
			throw new Error(`${name} has ${counted!.rows} rows where the backup has ${rows}`);
		}
	}
}

async function setSequences(sql: Sql, manifest: BackupManifest) {
	const last = new Map(manifest.sequences.map(({ name, last_value }) => [name, last_value]));
	for (const { name } of await listSequences(sql)) {
		const value = last.get(name) ?? null;
		await sql.query(
			'select setval($1::regclass, coalesce($2::bigint, 1), $2::bigint is not null)',
			[name, value]
		);
	}
}
