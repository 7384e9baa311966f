import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Backend } from '../../src/lib/server/backend/backend.ts';
import { openEmbedded } from '../../src/lib/server/backend/embedded.ts';
import { migrate } from '../../src/lib/server/backend/migrate.ts';
import { openPostgres } from '../../src/lib/server/backend/postgres.ts';
import { openDesk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { settleTelling } from '../../src/lib/server/upkeep/telling.ts';

const origin = 'http://localhost:3000';
const sendNothing = async () => {};

/** Begins the name of every database of this run: two runs may share a server. */
const prefix = () => `gehoord_test_${process.env.TEST_RUN}_`;

/** The migrated database that others are copied from; made once in a run. */
const template = () => `${prefix()}template`;

/** Makes the template on the server of this run: everything the desk has on its first start. */
export async function createTemplate(): Promise<void> {
	process.env.TEST_RUN = randomBytes(4).toString('hex');
	await administer((sql) => sql`create database ${sql(template())}`);
	const backend = await openAt(urlOf(template()));
	try {
		await migrate(backend.sql);
		await settleTelling(backend.sql, origin);
	} finally {
		await backend.close();
	}
}

/**
 * Makes the folder that embedded databases are copied from, unless the run has one: to make one anew
 * takes seconds. It holds what a desk that serves makes at its first start, its jobs too, but is
 * nobody's yet. Gives what removes it again.
 */
export async function createEmbeddedTemplate(): Promise<() => Promise<void>> {
	if (process.env.TEST_EMBEDDED_TEMPLATE) return async () => {};
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-embedded-template-'));
	const env = readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent', DATABASE_URL: '' });
	const desk = await openDesk(env, true);
	try {
		await desk.backend.sql.execute("delete from hub.installation where key = 'secrets'");
	} finally {
		await desk.close();
	}
	process.env.TEST_EMBEDDED_TEMPLATE = folder;
	return () => rm(folder, { recursive: true, force: true });
}

/** Puts a migrated embedded database into a data folder that has none, when the run made one. */
export function copyEmbeddedTemplate(folder: string): void {
	const template = process.env.TEST_EMBEDDED_TEMPLATE;
	// At once: file by file it takes ten times as long, and there are seventeen hundred of them.
	if (template) cpSync(join(template, 'database'), join(folder, 'database'), { recursive: true });
}

/** Gives the URL of a new database on the real PostgreSQL, migrated and with reference data, or empty. */
export async function createDatabase(
	content: 'migrated' | 'empty' = 'migrated',
	server = serverUrl()
): Promise<string> {
	const name = prefix() + randomBytes(6).toString('hex');
	await administer(
		(sql) =>
			content === 'migrated'
				? sql`create database ${sql(name)} template ${sql(template())}`
				: sql`create database ${sql(name)}`,
		server
	);
	return urlOf(name, server);
}

/** Removes the databases that this run made on its server. */
export async function dropDatabases(): Promise<void> {
	await administer(async (sql) => {
		const left = await sql<{ name: string }[]>`
			select datname as name from pg_database where starts_with(datname, ${prefix()})`;
		for (const { name } of left) await sql`drop database ${sql(name)} with (force)`;
	});
}

/** Opens the desk's backend on a new migrated database of the real PostgreSQL. */
export async function openPostgresBackend(): Promise<Backend> {
	return openAt(await createDatabase());
}

/** Opens the desk's embedded backend in a temporary folder, migrated; closing it removes the folder. */
export async function openEmbeddedBackend(): Promise<Backend> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-embedded-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		await copyEmbeddedTemplate(folder);
		const secrets = await loadSecrets(join(folder, 'secrets.json'));
		const backend = await openEmbedded(folder, secrets, origin, sendNothing);
		await migrate(backend.sql);
		return { ...backend, close: () => backend.close().finally(remove) };
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Prepares an empty database as Supabase would hand it over: its roles and its auth schema. */
export async function prepareLikeSupabase(url: string): Promise<void> {
	await (await openAt(url)).close();
}

async function openAt(url: string): Promise<Backend> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-secrets-'));
	try {
		const secrets = await loadSecrets(join(folder, 'secrets.json'));
		return await openPostgres(url, secrets, origin, sendNothing);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function serverUrl(): string {
	const url = process.env.TEST_DATABASE_URL;
	if (!url)
		throw new Error('TEST_DATABASE_URL is not set: the test run starts a PostgreSQL and sets it.');
	return url;
}

function urlOf(database: string, server = serverUrl()): string {
	const url = new URL(server);
	url.pathname = `/${database}`;
	return url.href;
}

async function administer<Result>(
	work: (sql: postgres.Sql) => PromiseLike<Result>,
	server = serverUrl()
): Promise<Result> {
	const sql = postgres(server, { max: 1, onnotice: () => {} });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}
