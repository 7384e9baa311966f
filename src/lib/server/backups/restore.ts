import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { deskClient } from '../db/client.ts';
import type { Backend, Sql } from '../backend/backend.ts';
import { appliedVersions, listMigrations, migrate } from '../backend/migrate.ts';
import { openBackend } from '../backend/open.ts';
import type { Environment } from '../env.ts';
import { evidenceFolder, openEvidenceStore, type EvidenceStore } from '../evidence/store.ts';
import { loadRows } from './load-rows.ts';
import { evidencePrefix, type BackupManifest } from './manifest.ts';
import { filesOf, verifyBackup } from './read-backup.ts';
import { settleSecrets } from './settle-secrets.ts';

/**
 * Puts a backup in the place of an empty desk, or of whatever is there when that is asked for. The
 * whole backup is checked before anything is touched, and the rows come in one transaction.
 */
export async function restore(
	env: Environment,
	file: string,
	{ replaces = false } = {}
): Promise<BackupManifest> {
	if (env.supabase)
		throw new Error('with Supabase its own backups are used: see docs/operations.md');
	const manifest = await verifyBackup(file);
	await requireKnown(manifest);
	const secrets = await settleSecrets(env.secretsFile, file, manifest);
	const versions = new Set(manifest.migrations);
	const backend = await openBackend(env, secrets, async () => {}, versions);
	try {
		await requireSameVersions(backend.sql, versions);
		if (!replaces) await requireEmpty(backend.sql);
		await load(env, backend, file, manifest);
		await migrate(backend.sql);
	} finally {
		await backend.close();
	}
	return manifest;
}

async function requireKnown({ migrations }: BackupManifest) {
	const known = new Set((await listMigrations()).map(({ version }) => version));
	if (migrations.some((version) => !known.has(version))) {
		throw new Error('the backup was made by a newer version of the desk: use that one or a later');
	}
}

async function requireSameVersions(sql: Sql, versions: ReadonlySet<string>) {
	if ((await appliedVersions(sql)).some((version) => !versions.has(version))) {
		throw new Error('this database is newer than the backup: restore into one that is new');
	}
}

/** What a desk has once anybody used it, but not after its first start. */
const used = [
	'hub.reports',
	'hub.organisations',
	'hub.invitations',
	'hub.audit_events',
	'auth.users'
];

async function requireEmpty(sql: Sql) {
	for (const name of used) {
		const rows = await sql.query(`select from ${name} limit 1`);
		if (rows.length === 0) continue;
		throw new Error(
			`this desk is not empty (${name} has rows): --replace puts the backup in its place`
		);
	}
}

/** Files first: names are random, so new ones hurt nothing, and every row has its file. */
async function load(env: Environment, backend: Backend, file: string, manifest: BackupManifest) {
	const store = openEvidenceStore(env, deskClient(backend));
	const before = await namesIn(env);
	const put = await putFiles(store, file, manifest);
	try {
		await backend.sql.transaction((sql) => loadRows(sql, file, manifest));
	} catch (error) {
		await deleteAll(store, put.difference(before));
		throw error;
	}
	await deleteAll(store, before.difference(put));
	await backend.sql.execute('analyze');
}

async function namesIn(env: Environment): Promise<Set<string>> {
	return new Set(await readdir(evidenceFolder(env)).catch(() => []));
}

async function putFiles(store: EvidenceStore, file: string, { left_out }: BackupManifest) {
	const gone = new Set(left_out);
	const put = new Set<string>();
	for await (const { path, contents } of filesOf(file, evidencePrefix)) {
		const name = path.slice(evidencePrefix.length);
		if (!/^[0-9a-f]{32}(\.\d+)?$/.test(name)) throw new Error(`${path} is no file of a desk`);
		const bytes = await buffer(contents);
		if (gone.has(name.slice(0, 32))) continue;
		await store.put(name, bytes);
		put.add(name);
	}
	return put;
}

async function deleteAll(store: EvidenceStore, names: ReadonlySet<string>) {
	for (const name of names) await store.delete(name);
}
