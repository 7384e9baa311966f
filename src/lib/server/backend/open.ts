import { createHash } from 'node:crypto';
import { WrongEnvironment, type Environment } from '../env.ts';
import type { Secrets } from '../secrets.ts';
import type { Backend, SendMail, Sql } from './backend.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSupabase } from './supabase.ts';

/**
 * Opens the backend that the environment asks for, migrated and with its reference data.
 * @param only to be migrated no further than these versions.
 * @throws WrongEnvironment when it cannot be had; its message is for the operator.
 */
export async function openBackend(
	env: Environment,
	secrets: Secrets,
	sendMail: SendMail,
	only?: ReadonlySet<string>
): Promise<Backend> {
	const backend = await choose(env, secrets, sendMail);
	try {
		await migrate(backend.sql, only);
		await recogniseSecrets(backend.sql, secrets);
	} catch (error) {
		await backend.close();
		throw error;
	}
	return backend;
}

function choose(env: Environment, secrets: Secrets, sendMail: SendMail): Promise<Backend> {
	if (env.supabase) return openSupabase(env.supabase, env.databaseUrl!);
	if (env.databaseUrl) return openPostgres(env.databaseUrl, secrets, env.origin, sendMail);
	return openEmbedded(env.dataDir, secrets, env.origin, sendMail);
}

/** By what a database recognises the secrets it was made with, without telling them. */
export const markOf = ({ hash_key }: Pick<Secrets, 'hash_key'>) =>
	createHash('sha256').update(`gehoord:${hash_key}`).digest('hex');

/** Follow codes and encrypted data made with other secrets could never be read again. */
async function recogniseSecrets(sql: Sql, secrets: Secrets) {
	const mark = markOf(secrets);
	await sql.query(
		"insert into hub.installation (key, value) values ('secrets', $1) on conflict do nothing",
		[mark]
	);
	const [row] = await sql.query<{ value: string }>(
		"select value from hub.installation where key = 'secrets'"
	);
	if (row?.value !== mark) {
		throw new WrongEnvironment(
			'this database was made with other secrets: set SECRETS_FILE to the file of the first instance'
		);
	}
}
