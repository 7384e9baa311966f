import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './postgres.ts';

/** A desk in a process of its own. */
export type RunningDesk = {
	/** With `localhost`, not an address: a browser keeps secure cookies only there. */
	url: string;
	/** Holds its mail too, in `mail`. Removed when it stops, unless it was given. */
	dataDir: string;
	/** What it wrote so far. */
	output: () => string;
	stop: (signal?: NodeJS.Signals) => Promise<void>;
};

// The first start builds, and opening an embedded database for the first time takes seconds.
const readyWithin = 180_000;

/**
 * Starts the desk as an operator does and waits until it is ready: on a free port, with an embedded
 * database in a temporary folder and no limit on requests, unless `environment` says otherwise.
 */
export async function startDesk(environment: NodeJS.ProcessEnv = {}): Promise<RunningDesk> {
	const port = environment.PORT ?? String(await freePort());
	const dataDir = environment.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'gehoord-desk-')));
	const url = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			ORIGIN: url,
			RATE_LIMIT: 'off',
			...environment,
			PORT: port,
			DATA_DIR: dataDir
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	// A test that is broken off leaves no server behind.
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);

	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		process.off('exit', kill);
		if (isRunning(child)) {
			const ended = once(child, 'exit');
			child.kill(signal);
			await ended;
		}
		if (!environment.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
	};
	try {
		await untilReady(url, child, () => output);
	} catch (error) {
		await stop('SIGKILL');
		throw error;
	}
	return { url, dataDir, output: () => output, stop };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
	const deadline = Date.now() + readyWithin;
	while (Date.now() < deadline) {
		if (!isRunning(child)) throw new Error(`The desk stopped while starting.\n${output()}`);
		const response = await fetch(`${url}/readyz`).catch(() => null);
		if (response?.ok) return;
		await wait(100);
	}
	throw new Error(`The desk was not ready within ${readyWithin / 1000} s.\n${output()}`);
}

function isRunning(child: ChildProcess): boolean {
	return child.exitCode === null && child.signalCode === null;
}
