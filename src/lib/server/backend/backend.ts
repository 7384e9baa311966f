import type { ConstructorOptions as PgBossOptions } from 'pg-boss';

/**
 * The one way in which the rest of the desk sees its database, wherever it runs.
 * Pages and actions speak to the gateway (`fetch`, through supabase-js); migrations, imports and
 * jobs speak SQL.
 */
export interface Backend {
	readonly name: 'embedded' | 'postgres' | 'supabase';
	/** The address supabase-js is given; in process it never leaves it. */
	readonly url: string;
	readonly publishableKey: string;
	readonly secretKey: string;
	readonly fetch: typeof globalThis.fetch;
	readonly sql: Sql;
	/** How the jobs reach the same database: they manage a schema of their own. */
	readonly jobs: Pick<PgBossOptions, 'db' | 'connectionString' | 'max' | 'backend'>;
	close(): Promise<void>;
}

/** Statements straight to the database, as its owner. */
export interface Sql {
	query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
	/** Several statements without values, as in a migration. */
	execute(script: string): Promise<void>;
	/** The rows of a query as `copy … to` writes them. They are held: ask for a piece of a table. */
	copyOut(query: string): Promise<Uint8Array>;
	/** Adds such rows to a table, or to `table (columns)`. */
	copyIn(target: string, rows: Uint8Array): Promise<void>;
	/** All or nothing: what `work` throws undoes what it did. */
	transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
}

/** What the identity service hands over to be mailed. */
export type SendMail = (mail: {
	to: string;
	subject: string;
	text?: string;
	html?: string;
}) => Promise<void>;
