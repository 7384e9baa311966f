import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';

const program = join('node_modules', 'supabase', 'dist', 'supabase.js');

/** Where the types of the API are kept. */
export const typesFile = 'src/lib/server/db/database.types.ts';

/** What a command of the CLI said; `isDone` tells whether it ended well. */
export type CliResult = { isDone: boolean; output: string; messages: string };

/**
 * Runs Supabase's own CLI on a database, without Docker and without an account.
 *
 * Seen with 3.1: `--remote=<url>` replaces the deprecated `--db-url`; without `--yes` a migration is
 * refused where there is no terminal; it notes its version in `supabase/.temp` of its work folder
 * and telemetry in the home folder, so it gets a copy of the first and an empty one of the second.
 */
export async function supabase(databaseUrl: string, ...command: string[]): Promise<CliResult> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-supabase-'));
	try {
		await cp('supabase', join(folder, 'supabase'), { recursive: true });
		const args = [...command, `--remote=${databaseUrl}`, '--yes', '--workdir', folder];
		const env = { ...quiet, PATH: process.env.PATH, HOME: folder };
		return await promisify(execFile)(process.execPath, [program, ...args], {
			env,
			timeout: 120_000
		}).then(
			({ stdout, stderr }) => ({ isDone: true, output: stdout, messages: stderr }),
			(error) => ({
				isDone: false,
				output: error.stdout ?? '',
				messages: error.stderr || `${error}`
			})
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const quiet = {
	CI: 'true',
	DO_NOT_TRACK: '1',
	NO_COLOR: '1',
	SUPABASE_TELEMETRY_DISABLED: '1',
	// The databases of the tests have no TLS; without this the CLI tries and warns.
	PGSSLMODE: 'disable'
};

/** The types of what `public` offers, as the CLI generates them, in our format. */
export async function generateTypes(databaseUrl: string): Promise<string> {
	const { isDone, output, messages } = await supabase(
		databaseUrl,
		...['gen', 'types', 'typescript', '--schema', 'public']
	);
	if (!isDone) throw new Error(`supabase gen types failed: ${messages}`);
	const options = await resolveConfig(typesFile);
	return format(output, { ...options, parser: 'typescript' });
}
