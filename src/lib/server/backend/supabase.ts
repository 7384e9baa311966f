import postgres from 'postgres';
import { WrongEnvironment, type Environment } from '../env.ts';
import type { Backend } from './backend.ts';
import { connectOptions, explainFailure, jobConnections, sqlOver } from './connection.ts';

/**
 * Supabase, hosted or one's own: its gateway and identity service, and its database for
 * migrations and jobs.
 * @throws WrongEnvironment when the database cannot be reached.
 */
export async function openSupabase(
	project: NonNullable<Environment['supabase']>,
	databaseUrl: string
): Promise<Backend> {
	const driver = postgres(databaseUrl, connectOptions);
	const sql = sqlOver(driver);
	await sql.query('select 1').catch((error: unknown) => {
		throw new WrongEnvironment(explainFailure(databaseUrl, error));
	});
	return {
		name: 'supabase',
		url: project.url,
		publishableKey: project.publishableKey,
		secretKey: project.secretKey,
		fetch: globalThis.fetch,
		sql,
		jobs: { connectionString: databaseUrl, max: jobConnections },
		close: () => driver.end({ timeout: 5 })
	};
}
