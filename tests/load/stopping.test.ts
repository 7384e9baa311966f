import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBackend } from '../../src/lib/server/backend/open.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { loadSecrets } from '../../src/lib/server/secrets.ts';
import { startDesk } from '../support/server.ts';

let dataDir: string;
beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'gehoord-stopping-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

type Acknowledged = { key: string; reference: string };

const body = (key: string) =>
	JSON.stringify({ kind: 'complaint', channel: 'phone', narrative: `Gebeld, ${key}.` });

async function file(url: string, key: string): Promise<Acknowledged & { is_repeated: boolean }> {
	const response = await fetch(`${url}/api/v1/reports`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'idempotency-key': key },
		body: body(key)
	});
	if (response.status !== 201) throw new Error(`answered ${response.status}`);
	return { key, ...((await response.json()) as { reference: string; is_repeated: boolean }) };
}

test('a process that is killed under load has lost no report it acknowledged', async () => {
	const acknowledged: Acknowledged[] = [];
	const desk = await startDesk({ DATA_DIR: dataDir });
	let isRunning = true;
	const writers = Array.from({ length: 8 }, async (_, writer) => {
		for (let turn = 0; isRunning; turn += 1) {
			const filed = await file(desk.url, `killed-${writer}-${turn}`).catch(() => undefined);
			if (filed) acknowledged.push(filed);
			if (acknowledged.length >= 120 && isRunning) {
				isRunning = false;
				await desk.stop('SIGKILL');
			}
		}
	});
	await Promise.all(writers);
	expect(acknowledged.length).toBeGreaterThanOrEqual(120);

	const again = await startDesk({ DATA_DIR: dataDir });
	for (const { key, reference } of acknowledged) {
		expect(await file(again.url, key)).toMatchObject({ reference, is_repeated: true });
	}
	await again.stop();

	const env = readEnvironment({ DATA_DIR: dataDir });
	const backend = await openBackend(env, await loadSecrets(env.secretsFile), async () => {});
	const [{ count }] = (await backend.sql.query('select count(*)::int from hub.reports')) as [
		{ count: number }
	];
	expect(count).toBeGreaterThanOrEqual(acknowledged.length);
	expect(await backend.sql.query('select * from public.verify_report_counts()')).toEqual([]);
	await backend.close();
});

test('a process that is asked to stop answers what it was asked before, and ends by itself', async () => {
	const desk = await startDesk({ DATA_DIR: dataDir });
	const asked = Array.from({ length: 20 }, (_, turn) => file(desk.url, `stopped-${turn}`));
	await Promise.race(asked);
	const stopped = desk.stop('SIGTERM');
	const answers = await Promise.all(asked);
	expect(new Set(answers.map(({ reference }) => reference)).size).toBe(20);
	await stopped;
	expect(desk.output()).not.toMatch(/error|warn/i);
});

test('the second start is ready within seconds', async () => {
	const begin = performance.now();
	const desk = await startDesk({ DATA_DIR: dataDir });
	const seconds = (performance.now() - begin) / 1000;
	await desk.stop();
	// Generous for a busy machine: the first start, with all migrations, takes longer than this.
	expect(seconds).toBeLessThan(15);
});

test('secrets are generated, and nobody but the owner can read them', async () => {
	const { mode } = await stat(join(dataDir, 'secrets.json'));
	expect(mode & 0o777).toBe(0o600);
});

/** Starts the desk where it cannot run. */
async function refusal(environment: NodeJS.ProcessEnv): Promise<{ code: number; lines: string[] }> {
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		env: { ...process.env, PORT: '0', DATA_DIR: join(dataDir, 'other'), ...environment },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let output = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
	const [code] = (await once(child, 'exit')) as [number];
	return { code, lines: output.trim().split('\n') };
}

test.each([
	['half-set Supabase', { SUPABASE_URL: 'https://project.supabase.co' }, /SUPABASE_SECRET_KEY/],
	['a port that is no port', { PORT: 'deur' }, /PORT/],
	['an unknown switch', { RATE_LIMIT: 'soms' }, /RATE_LIMIT/],
	[
		'a database that is not there',
		{ DATABASE_URL: 'postgres://desk:geheim@127.0.0.1:1/desk' },
		/127\.0\.0\.1:1 cannot be reached/
	]
])('%s stops the start with one clear line', async (_, environment, line) => {
	const { code, lines } = await refusal(environment);
	expect(code).toBe(1);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(line);
	expect(lines[0]).not.toContain('geheim');
});

test('a data directory or a port that is in use stops the start with one clear line', async () => {
	const desk = await startDesk({ DATA_DIR: dataDir });
	const second = await refusal({ DATA_DIR: dataDir });
	await desk.stop();
	expect(second).toMatchObject({ code: 1, lines: [expect.stringMatching(/DATA_DIR .* in use/)] });

	const holder = createServer().listen(0, '127.0.0.1');
	await once(holder, 'listening');
	const { port } = holder.address() as { port: number };
	const third = await refusal({ PORT: String(port), DATA_DIR: dataDir });
	holder.close();
	expect(third).toMatchObject({ code: 1, lines: [expect.stringMatching(/port \d+ .* in use/)] });
});
