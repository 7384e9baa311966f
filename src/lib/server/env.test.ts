import { describe, expect, test } from 'vitest';
import { readEnvironment, WrongEnvironment } from './env.ts';

describe('the environment', () => {
	test('may be empty: then everything has a default but secrets', () => {
		const env = readEnvironment({ PORT: '', DATABASE_URL: '' });
		expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000' });
		expect(env.databaseUrl).toBeUndefined();
		expect(env.supabase).toBeUndefined();
	});

	test.each([
		[{ PORT: 'abc' }, /^PORT /],
		[{ PORT: '99999' }, /^PORT /],
		[{ ORIGIN: 'gehoord.example' }, /^ORIGIN must be a https URL$/],
		[{ DATABASE_URL: 'mysql://localhost/db' }, /^DATABASE_URL must be a postgres URL$/],
		[{ RATE_LIMIT: 'maybe' }, /^RATE_LIMIT must be on or off$/],
		[{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must have at least 16 characters$/],
		[{ SUPABASE_URL: 'https://project.supabase.co' }, /^SUPABASE_URL, .* go together/],
		[{ SUPABASE_SECRET_KEY: 'key' }, /^SUPABASE_URL, .* go together/],
		[
			{
				SUPABASE_URL: 'https://p.supabase.co',
				SUPABASE_PUBLISHABLE_KEY: 'a',
				SUPABASE_SECRET_KEY: 'b'
			},
			/DATABASE_URL go together/
		]
	])('%j is told in one line', (source, message) => {
		const read = () => readEnvironment(source);
		expect(read).toThrow(WrongEnvironment);
		expect(read).toThrow(message);
		expect(read).not.toThrow(/\n/);
	});
});
