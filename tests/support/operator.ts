import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbeddedTemplate } from './databases.ts';

/** What a command of the operator's tool did. */
export type Done = { code: number | null; stdout: string; stderr: string };

/** Starts the operator's tool as npm does, on a desk of its own. */
export function startOperator(
	args: string[],
	env: Record<string, string>,
	input = ''
): { child: ChildProcess; done: Promise<Done> } {
	const inherited = { ...process.env };
	delete inherited.DATABASE_URL;
	const child = spawn(join('node_modules', '.bin', 'node'), ['src/cli/gehoord.ts', ...args], {
		env: { ...inherited, ...env, INIT_CWD: process.cwd() }
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += chunk));
	child.stderr.on('data', (chunk) => (stderr += chunk));
	child.stdin.end(input);
	const done = new Promise<Done>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, stdout, stderr }));
	});
	return { child, done };
}

/** Runs a command to its end. */
export function operate(args: string[], env: Record<string, string> = {}, input = '') {
	return startOperator(args, env, input).done;
}

/** A data folder in that folder with an embedded database that has been migrated. */
export async function migratedFolder(folder: string): Promise<string> {
	const dataDir = await mkdtemp(join(folder, 'data-'));
	copyEmbeddedTemplate(dataDir);
	return dataDir;
}

/** A folder for one test, and how to remove it. */
export async function temporaryFolder() {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-operator-'));
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
