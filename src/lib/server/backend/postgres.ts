import { createPostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';
import { WrongEnvironment } from '../env.ts';
import type { Secrets } from '../secrets.ts';
import type { Backend, SendMail } from './backend.ts';
import { openGateway } from './gateway.ts';
import { connectOptions, explainFailure, jobConnections, sqlOver } from './connection.ts';

/**
 * The same gateway on a PostgreSQL of one's own, which any number of instances may share.
 * @throws WrongEnvironment when the database cannot be reached or is too old.
 */
export async function openPostgres(
	databaseUrl: string,
	secrets: Secrets,
	origin: string,
	sendMail: SendMail
): Promise<Backend> {
	const connection = createPostgresConnection({
		url: databaseUrl,
		postgresOptions: connectOptions
	});
	const sql = sqlOver(connection.driver as unknown as postgres.Sql);
	await requireVersion(sql.query, databaseUrl);
	const gateway = openGateway(connection, secrets, origin, sendMail);
	// Instances that start together would make the same schema at the same time.
	await sql.transaction(async (inside) => {
		await inside.query("select pg_advisory_xact_lock(hashtext('gehoord:prepare'))");
		await gateway.prepare(sql);
	});
	return {
		...gateway,
		name: 'postgres',
		sql,
		jobs: { connectionString: databaseUrl, max: jobConnections },
		close: () => connection.close()
	};
}

async function requireVersion(query: Backend['sql']['query'], databaseUrl: string) {
	const [row] = await query<{ version: number }>(
		"select current_setting('server_version_num')::int as version"
	).catch((error: unknown) => {
		throw new WrongEnvironment(explainFailure(databaseUrl, error));
	});
	if (row!.version < 150_000) {
		throw new WrongEnvironment('DATABASE_URL points to a PostgreSQL older than 15');
	}
}
