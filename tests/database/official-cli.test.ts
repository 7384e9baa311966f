import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, prepareLikeSupabase } from '../support/databases.ts';
import { generateTypes, supabase, typesFile } from '../support/official-cli.ts';
import { startCheckingServer, type CheckingServer } from '../support/plpgsql-check.ts';

let server: CheckingServer;
let database: string;

beforeAll(async () => {
	server = await startCheckingServer(process.env.TEST_DATABASE_URL!);
	database = await createDatabase('empty', server.url);
	await prepareLikeSupabase(database);
}, 300_000);

afterAll(() => server?.stop());

test('the official tool applies every migration', async () => {
	const applied = await supabase(database, 'migration', 'up');
	expect(applied.isDone, applied.messages).toBe(true);
	const migrations = await readdir('supabase/migrations');
	expect(applied.messages.match(/^Applying migration /gm)).toHaveLength(migrations.length);
});

test('config.toml holds nothing that the official tool does not know', async () => {
	const { isDone, messages } = await supabase(database, 'migration', 'list');
	expect(isDone, messages).toBe(true);
	expect(messages).not.toMatch(/^WARN/m);
});

test('the official linter finds nothing in our functions', async () => {
	const schemas = ['--schema', 'hub,public', '--level', 'warning', '--fail-on', 'warning'];
	const linted = await supabase(database, 'db', 'lint', ...schemas);
	expect(linted.isDone, linted.output + linted.messages).toBe(true);
});

test('the committed types are what the official tool generates: else `npm run types`', async () => {
	expect(await readFile(typesFile, 'utf8')).toBe(await generateTypes(database));
});
