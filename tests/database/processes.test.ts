import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDataDir } from '../../src/lib/server/backend/lock.ts';
import { createDatabase } from '../support/databases.ts';

describe('a desk in a process of its own', () => {
	let folder: string;
	beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'gehoord-told-'))));
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test.each(['postgres', 'embedded'])(
		'writes nothing of what it is told, on %s',
		async (backend) => {
			const { output } = await run(['tests/support/tell-the-desk.ts'], {
				DATA_DIR: join(folder, backend),
				DATABASE_URL: backend === 'postgres' ? await createDatabase() : ''
			});
			expect(output).toContain('"event":"done"');
			expect(output).toContain('"event":"fault"');
			expect(output).toContain('GH003');
			for (const secret of [/zonderland/i, /wilhelmina/i, /0987/, /9711/, /geheim/i, /\b\d{6}\b/]) {
				expect(output.replace(/"time":"[^"]*"/g, '')).not.toMatch(secret);
			}
		},
		180_000
	);

	test('does not start in a data directory that another one uses, and says so in one line', async () => {
		const unlock = lockDataDir(folder);
		const { output, code } = await run(openAndExplain, { DATA_DIR: folder, DATABASE_URL: '' });
		unlock();
		expect(output).toBe(`gehoord: DATA_DIR ${folder} is in use by another process\n`);
		expect(code).toBe(1);
	});

	test('says in one line that its database cannot be reached, and not with which password', async () => {
		const { output, code } = await run(openAndExplain, {
			DATA_DIR: join(folder, 'none'),
			DATABASE_URL: 'postgres://me:hush@127.0.0.1:9/desk'
		});
		expect(output).toMatch(
			/^gehoord: the database desk at 127\.0\.0\.1:9 cannot be reached: .+\n$/
		);
		expect(output).not.toContain('hush');
		expect(code).toBe(1);
	});
});

const openAndExplain = [
	'--input-type=module',
	'--eval',
	`import { explain } from './src/cli/explain.ts';
	import { openDesk } from './src/lib/server/desk.ts';
	import { readEnvironment } from './src/lib/server/env.ts';
	await openDesk(readEnvironment()).catch((error) => explain(error));`
];

/** Runs Node with only these variables of the environment, and gives all it wrote. */
async function run(args: string[], environment: Record<string, string>) {
	const child = spawn(process.execPath, ['--no-warnings', ...args], {
		env: { PATH: process.env.PATH, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const [code] = await once(child, 'close');
	return { output, code: code as number };
}
