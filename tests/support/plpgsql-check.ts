import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import postgres from 'postgres';
import { findSystemBinaries, startCluster } from './postgres.ts';

/** A server whose functions can be checked; `stop` leaves one that was not started here running. */
export type CheckingServer = { url: string; stop: () => void };

/**
 * Installs the extension for the system's PostgreSQL, or both where it has none, if Debian can.
 * Before any server starts: the installation may bring newer programs, and a server that runs
 * breaks when its libraries are replaced.
 */
export function ensureCheckInstalled(): void {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
	if (globSync('/usr/share/postgresql/*/extension/plpgsql_check.control').length > 0) return;
	installFromDebian();
}

/**
 * Gives a PostgreSQL with the extension plpgsql_check, which `supabase db lint` asks for: the one at
 * `url` if it has it, else the system's.
 * @throws one line that says what helps, when none can be had.
 */
export async function startCheckingServer(url: string): Promise<CheckingServer> {
	if (await hasCheck(url)) return { url, stop: () => {} };
	for (const binaries of findSystemBinaries()) {
		const server = await startCluster(binaries);
		if (await hasCheck(server.url)) return server;
		server.stop();
	}
	throw new Error(
		'No PostgreSQL with plpgsql_check to lint the functions: run `apt-get install postgresql postgresql-NN-plpgsql-check` with its version, or point TEST_DATABASE_URL at one that has it.'
	);
}

async function hasCheck(url: string): Promise<boolean> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const found = await sql`select from pg_available_extensions where name = 'plpgsql_check'`;
		return found.length > 0;
	} finally {
		await sql.end();
	}
}

function installFromDebian(): void {
	run('apt-get', 'update');
	const offered = run('apt-cache', 'search', '--names-only', '^postgresql-[0-9]+-plpgsql-check$');
	const versions = [...offered.matchAll(/^postgresql-(\d+)-/gm)].map(([, version]) =>
		Number(version)
	);
	const installed = findSystemBinaries().map(({ version }) => version);
	const version =
		versions.find((candidate) => installed.includes(candidate)) ??
		versions.filter((candidate) => candidate >= 15).sort((a, b) => b - a)[0];
	if (!version) return;
	run('apt-get', 'install', '-y', `postgresql-${version}`, `postgresql-${version}-plpgsql-check`);
}

function run(program: string, ...args: string[]): string {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(program, args, { encoding: 'utf8', env, timeout: 300_000 }).stdout ?? '';
}
