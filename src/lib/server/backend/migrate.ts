import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from './backend.ts';

/** Where the desk is started from: the folder that holds `supabase`. */
const folder = join(process.cwd(), 'supabase');

/**
 * Applies what is new in `supabase/migrations`, each file in a transaction of its own, and keeps
 * the history where Supabase's own tools keep it; then brings the reference data up to date.
 * Instances that start together wait for one another.
 * @param only these versions, and no reference data: for a backup that was made with them.
 * @returns the names of the files applied.
 */
export async function migrate(sql: Sql, only?: ReadonlySet<string>): Promise<string[]> {
	await sql.execute(history);
	const applied: string[] = [];
	// Nearly always all of them: then one question is enough, and no transaction for each.
	const known = new Set(await appliedVersions(sql));
	for (const { file, version, name } of await listMigrations()) {
		if (known.has(version) || (only && !only.has(version))) continue;
		const script = await readFile(join(folder, 'migrations', file), 'utf8');
		if (await apply(sql, version, name, script)) applied.push(file);
	}
	if (!only) await seed(sql);
	return applied;
}

/** The migrations this software knows, in their order. Two of one version are refused. */
export async function listMigrations() {
	const migrations = (await readdir(join(folder, 'migrations'))).sort().flatMap((file) => {
		const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
		return version && name ? [{ file, version, name }] : [];
	});
	// The history knows a migration by its version: the second would never be applied.
	const twice = migrations.find(({ version }, index) => migrations[index - 1]?.version === version);
	if (twice) throw new Error(`two migrations have version ${twice.version}`);
	return migrations;
}

/** The versions a database has. */
export async function appliedVersions(sql: Sql): Promise<string[]> {
	const rows = await sql.query<{ version: string }>(
		'select version from supabase_migrations.schema_migrations order by version'
	);
	return rows.map(({ version }) => version);
}

const history = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
	version text primary key,
	statements text[],
	name text
);
`;

async function apply(sql: Sql, version: string, name: string, script: string): Promise<boolean> {
	return sql.transaction(async (inside) => {
		await inside.query("select pg_advisory_xact_lock(hashtext('gehoord:migrate'))");
		// Another instance may have been first.
		const already = await inside.query(
			'select 1 from supabase_migrations.schema_migrations where version = $1',
			[version]
		);
		if (already.length > 0) return false;
		await inside.execute(script).catch((error: unknown) => {
			throw new Error(`migration ${version}_${name} failed`, { cause: error });
		});
		await inside.query(
			'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3])',
			[version, name, script]
		);
		return true;
	});
}

/** Loads the reference data when the file differs from what was loaded last. */
async function seed(sql: Sql) {
	const script = await readFile(join(folder, 'seed.sql'), 'utf8');
	const digest = createHash('sha256').update(script).digest('hex');
	await sql.transaction(async (inside) => {
		await inside.query("select pg_advisory_xact_lock(hashtext('gehoord:migrate'))");
		const loaded = await inside.query(
			"select 1 from hub.installation where key = 'reference_data' and value = $1",
			[digest]
		);
		if (loaded.length > 0) return;
		await inside.execute(script);
		await inside.query(
			"insert into hub.installation (key, value) values ('reference_data', $1) on conflict (key) do update set value = excluded.value",
			[digest]
		);
	});
}
