import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import type postgres from 'postgres';
import type { Sql } from './backend.ts';

/**
 * A JSON text is passed on as it is; the default would encode it a second time. Lite brings types
 * under both names: ours must have the same ones to take their place.
 */
const json = (oid: number) => ({
	to: oid,
	from: [oid],
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: (text: string) => JSON.parse(text)
});

/** Options for a pool on a PostgreSQL, by us or by lite. */
export const connectOptions = {
	max: 10,
	connect_timeout: 10,
	onnotice: () => {},
	types: { json: json(114), jsonb: json(3802) }
} satisfies postgres.Options<Record<string, postgres.PostgresType>>;

/** Jobs ask little, and have a pool of their own. */
export const jobConnections = 2;

/** Our plain view of a postgres.js pool or transaction. */
export function sqlOver(driver: postgres.Sql | postgres.TransactionSql): Sql {
	const self: Sql = {
		query: async <Row>(text: string, values: unknown[] = []) =>
			(await driver.unsafe(text, values as never[])) as unknown as Row[],
		execute: async (script) => {
			await driver.unsafe(script).simple();
		},
		copyOut: async (query) => buffer(await driver.unsafe(`copy (${query}) to stdout`).readable()),
		copyIn: async (target, rows) =>
			pipeline([rows], await driver.unsafe(`copy ${target} from stdin`).writable()),
		transaction: <Result>(work: (sql: Sql) => Promise<Result>) =>
			'begin' in driver
				? (driver.begin((inside) => work(sqlOver(inside))) as Promise<Result>)
				: work(self)
	};
	return self;
}

/** One line for the operator, without the password that the URL may hold. */
export function explainFailure(databaseUrl: string, error: unknown): string {
	const { hostname, port, pathname } = new URL(databaseUrl);
	const reason =
		error instanceof Error ? error.message || (error as { code?: string }).code : error;
	return `the database ${pathname.slice(1)} at ${hostname}:${port || 5432} cannot be reached: ${reason}`;
}
