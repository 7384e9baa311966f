import { createEmbeddedTemplate, createTemplate, dropDatabases } from '../support/databases.ts';
import { startPostgres } from '../support/postgres.ts';

/** One PostgreSQL, and one migrated template on either backend, for all database tests of a run. */
export default async function setup(): Promise<() => Promise<void>> {
	const server = await startPostgres();
	process.env.TEST_DATABASE_URL = server.url;
	if (server.binaries) process.env.TEST_POSTGRES_BINARIES = server.binaries.folder;
	const [dropTemplate] = await Promise.all([createEmbeddedTemplate(), createTemplate()]);
	return async () => {
		await Promise.all([dropDatabases(), dropTemplate()]);
		server.stop();
	};
}
