import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgliteConnection, type PGlite } from '@supabase/lite/pglite';
import pLimit from 'p-limit';
import { fromPglite } from 'pg-boss';
import type { Secrets } from '../secrets.ts';
import type { Backend, SendMail, Sql } from './backend.ts';
import { openGateway } from './gateway.ts';
import { lockDataDir } from './lock.ts';

/**
 * PostgreSQL in this process, on files in the data directory: nothing to install. It has one
 * connection, and lite does not queue for it: without a queue of ours two requests would run in
 * one another's transaction, with one another's role. So everything waits its turn here.
 * @throws WrongEnvironment when another process uses the same directory.
 */
export async function openEmbedded(
	dataDir: string,
	secrets: Secrets,
	origin: string,
	sendMail: SendMail
): Promise<Backend> {
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const unlock = lockDataDir(dataDir);
	const connection = await createPgliteConnection({
		url: join(dataDir, 'database'),
		pgliteOptions: { extensions: { pg_trgm } }
	});
	const turn = pLimit(1);
	const gateway = openGateway(connection, secrets, origin, sendMail);
	const sql = queued(connection.driver, turn);
	await gateway.prepare(sql);
	return {
		...gateway,
		name: 'embedded',
		fetch: (input, init) => turn(() => gateway.fetch(input, init)),
		sql,
		jobs: { backend: 'pglite', db: queuedForJobs(connection.driver, turn) },
		async close() {
			await turn(() => connection.close());
			unlock();
		}
	};
}

type Turn = ReturnType<typeof pLimit>;
type Statements = Pick<PGlite, 'query' | 'exec'>;

function queued(database: PGlite, turn: Turn): Sql {
	const direct = statements(database);
	return {
		query: (text, values) => turn(() => direct.query(text, values)),
		execute: (script) => turn(() => direct.execute(script)),
		copyOut: (query) => turn(() => direct.copyOut(query)),
		copyIn: (target, rows) => turn(() => direct.copyIn(target, rows)),
		transaction: (work) => turn(() => database.transaction((inside) => work(statements(inside))))
	};
}

/** One statement, or what pg-boss sends together, is one turn; a failure is undone before the next. */
function queuedForJobs(database: PGlite, turn: Turn) {
	const direct = fromPglite(database);
	return {
		executeSql: (text: string, values?: unknown[]) => turn(() => direct.executeSql(text, values))
	};
}

function statements(database: Statements): Sql {
	const self: Sql = {
		query: async <Row>(text: string, values: unknown[] = []) =>
			(await database.query<Row>(text, values)).rows,
		execute: async (script) => {
			await database.exec(script);
		},
		// What goes in and out of PGlite by COPY is its file /dev/blob.
		async copyOut(query) {
			const { blob } = await database.query(`copy (${query}) to '/dev/blob'`);
			// Without a row there is no file.
			return blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array();
		},
		async copyIn(target, rows) {
			await database.query(`copy ${target} from '/dev/blob'`, [], {
				blob: new Blob([rows.slice()])
			});
		},
		transaction: (work) => work(self)
	};
	return self;
}
