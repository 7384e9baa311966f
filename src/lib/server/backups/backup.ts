import { createWriteStream } from 'node:fs';
import { open, opendir, readFile, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { manifestPath, type Manifest } from '#lib/domain/dossier/manifest.ts';
import { verifyTrail } from '../audit/verify-trail.ts';
import type { Sql } from '../backend/backend.ts';
import { appliedVersions } from '../backend/migrate.ts';
import { markOf } from '../backend/open.ts';
import { countByKey } from '../crypto/rotation.ts';
import type { Desk } from '../desk.ts';
import { evidenceFolder } from '../evidence/store.ts';
import { sealZip, writeZip, type Entry } from '../zips/write-zip.ts';
import { evidencePrefix, secretsPath, type BackupManifest } from './manifest.ts';
import { countLines, listSequences, listTables, rowsOf } from './tables.ts';

/**
 * Writes database and files as they are at one moment to a file that must not be there yet. The
 * desk may go on meanwhile: the database is read in one snapshot, and a file is stored before the
 * row that tells of it and never changed. The file has its name only once it is whole.
 */
export async function backUp(
	desk: Desk,
	file: string,
	{ withSecrets = false } = {}
): Promise<BackupManifest> {
	if (desk.backend.name === 'supabase') {
		throw new Error('with Supabase its own backups are used: see docs/operations.md');
	}
	await refuseExisting(file);
	const part = `${file}.part`;
	try {
		const manifest = await desk.backend.sql.transaction(async (sql) => {
			await sql.execute('set transaction isolation level repeatable read, read only');
			return write(desk, sql, part, withSecrets);
		});
		await rename(part, file);
		return manifest;
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

async function refuseExisting(file: string) {
	const handle = await open(file, 'r').catch(() => null);
	if (!handle) return;
	await handle.close();
	throw new Error(`${file} exists already`);
}

async function write(desk: Desk, sql: Sql, part: string, withSecrets: boolean) {
	const written: Manifest['files'] = [];
	const manifest = await describe(desk, sql, withSecrets);
	const keys = await storedKeys(sql);
	const names = await storedNames(desk, keys);
	const found = new Set(names.map(keyOf));
	manifest.left_out = [...keys].filter((key) => !found.has(key));
	const zip = writeZip(entries(), written, desk.now());
	await pipeline(
		sealZip(zip, () => {}),
		createWriteStream(part, { mode: 0o600, flags: 'w', flush: true })
	);
	return manifest;

	function* entries(): Generator<Entry> {
		for (const table of manifest.tables) {
			yield { path: table.path, isLarge: true, write: () => counted(table) };
		}
		for (const name of names) {
			yield { path: evidencePrefix + name, isCompressed: false, write: () => contents(name) };
		}
		if (withSecrets) yield { path: secretsPath, write: () => secretsFile() };
		yield { path: manifestPath, write: () => told() };
	}

	async function* counted(table: BackupManifest['tables'][number]) {
		for await (const rows of rowsOf(sql, table)) {
			table.rows += countLines(rows);
			yield rows;
		}
	}

	async function* contents(name: string) {
		const bytes = await desk.evidence.get(name);
		if (bytes) yield bytes;
		// Erased since the snapshot: what is empty is not put back.
		else manifest.left_out.push(keyOf(name));
	}

	async function* secretsFile() {
		yield await readFile(desk.env.secretsFile);
	}

	async function* told() {
		// Read after the rows, so no number of theirs is given out again.
		manifest.sequences = await listSequences(sql);
		manifest.files = written;
		yield JSON.stringify(manifest, null, '\t');
	}
}

async function describe({ secrets, now }: Desk, sql: Sql, are_included: boolean) {
	const { head } = await verifyTrail(sql);
	const tables = await listTables(sql);
	return {
		format: 'gehoord-backup',
		version: 1,
		made_at: now().toISOString(),
		migrations: await appliedVersions(sql),
		secrets: {
			mark: markOf(secrets),
			key_ids: [...(await countByKey(sql)).keys()].sort(),
			are_included
		},
		audit_head: head,
		tables: tables.map((table) => ({ ...table, rows: 0, path: `database/${table.name}.copy` })),
		sequences: [],
		left_out: [],
		files: []
	} as BackupManifest;
}

/** The names under which files of the database are stored, in whatever table they stand. */
async function storedKeys(sql: Sql): Promise<Set<string>> {
	const tables = await sql.query<{ name: string }>(`
		select attrelid::regclass::text as name from pg_attribute
		join pg_class on pg_class.oid = attrelid
		where relnamespace = 'hub'::regnamespace and relkind = 'r' and attname = 'stored_key'`);
	const keys = new Set<string>();
	for (const { name } of tables) {
		const rows = await sql.query<{ stored_key: string }>(
			`select stored_key from ${name} where stored_key is not null`
		);
		for (const { stored_key } of rows) keys.add(stored_key);
	}
	return keys;
}

/** A large file is stored in parts that begin with its name. */
const keyOf = (name: string) => name.slice(0, 32);

async function storedNames({ env }: Desk, keys: ReadonlySet<string>): Promise<string[]> {
	const names: string[] = [];
	const folder = await opendir(evidenceFolder(env)).catch(() => null);
	for await (const { name } of folder ?? []) if (keys.has(keyOf(name))) names.push(name);
	return names.sort();
}
