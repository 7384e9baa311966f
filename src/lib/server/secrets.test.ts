import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WrongEnvironment } from './env.ts';
import { loadSecrets } from './secrets.ts';

describe('secrets', () => {
	let folder: string;
	beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gehoord-secrets-'))));
	afterEach(() => rm(folder, { recursive: true }));

	test('are made on the first start, for the owner alone to read, and stay', async () => {
		const file = join(folder, 'data', 'secrets.json');
		const made = await loadSecrets(file);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect(await loadSecrets(file)).toEqual(made);
		expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(made);
	});

	test('are never the same twice', async () => {
		const [one, other] = await Promise.all(
			['one', 'other'].map((name) => loadSecrets(join(folder, name)))
		);
		for (const key of ['jwt_secret', 'secret_key', 'publishable_key', 'hash_key'] as const) {
			expect(one![key]).not.toBe(other![key]);
		}
	});

	test('that are damaged are not replaced', async () => {
		const file = join(folder, 'secrets.json');
		await writeFile(file, '{"jwt_secret": "short"}');
		await expect(loadSecrets(file)).rejects.toThrow(WrongEnvironment);
		expect(await readFile(file, 'utf8')).toBe('{"jwt_secret": "short"}');
	});

	test('of instances that start together are the same', async () => {
		const file = join(folder, 'secrets.json');
		const all = await Promise.all(Array.from({ length: 5 }, () => loadSecrets(file)));
		for (const secrets of all) expect(secrets).toEqual(all[0]);
	});
});
