import type { Sql } from '../backend/backend.ts';
import type { Secrets } from '../secrets.ts';
import { decrypt, encrypt } from './encryption.ts';

/** A table with something encrypted: its columns, and by what its rows are told apart. */
type EncryptedTable = { name: string; row_id: string; row_type: string; columns: string[] };

const batchSize = 500;

/** Every table of the hub with a `key_id` and something encrypted in a column, by the column's name. */
function encryptedTables(sql: Sql): Promise<EncryptedTable[]> {
	return sql.query<EncryptedTable>(`
		select tables.relname::text as name, own.attname::text as row_id,
			own.atttypid::regtype::text as row_type,
			array_agg(columns.attname::text order by columns.attnum) as columns
		from pg_class as tables
		join pg_index on indrelid = tables.oid and indisprimary and indnatts = 1
		join pg_attribute as own on own.attrelid = tables.oid and own.attnum = indkey[0]
		join pg_attribute as columns on columns.attrelid = tables.oid and columns.attnum > 0
			and not columns.attisdropped and columns.atttypid = 'bytea'::regtype
			and (columns.attname like '%\\_encrypted' or columns.attname = 'sealed')
		where tables.relnamespace = 'hub'::regnamespace and tables.relkind = 'r'
			and exists (select from pg_attribute where attrelid = tables.oid and attname = 'key_id')
		group by tables.oid, tables.relname, own.attname, own.atttypid
		order by tables.relname`);
}

/** How many rows, and files that rows tell of, each key has encrypted. */
export async function countByKey(sql: Sql): Promise<Map<string, number>> {
	const tables = await sql.query<{ name: string }>(`
		select relname::text as name from pg_class
		where relnamespace = 'hub'::regnamespace and relkind = 'r'
			and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'key_id')`);
	return count(sql, tables);
}

/** How many rows could be encrypted anew: files are left as they are, under the key they have. */
export async function countRenewable(sql: Sql): Promise<Map<string, number>> {
	return count(sql, await encryptedTables(sql));
}

async function count(sql: Sql, tables: readonly { name: string }[]): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (const { name } of tables) {
		const rows = await sql.query<{ key_id: string; count: number }>(
			`select key_id, count(*)::integer as count from hub.${name} where key_id is not null group by key_id`
		);
		for (const { key_id, count } of rows) counts.set(key_id, (counts.get(key_id) ?? 0) + count);
	}
	return counts;
}

/**
 * Encrypts with the current key whatever another key encrypted, a batch a transaction. Broken off
 * it has lost nothing: the next run goes on where this one stopped.
 */
export async function encryptAnew(
	sql: Sql,
	keys: Secrets['encryption_keys'],
	tell: (done: number) => void = () => {}
): Promise<number> {
	let total = 0;
	for (const table of await encryptedTables(sql)) {
		for (;;) {
			const done = await sql.transaction((inside) => encryptBatch(inside, table, keys));
			total += done;
			if (done > 0) tell(total);
			if (done < batchSize) break;
		}
	}
	return total;
}

async function encryptBatch(
	sql: Sql,
	{ name, row_id, row_type, columns }: EncryptedTable,
	keys: Secrets['encryption_keys']
): Promise<number> {
	const current = keys[0]!.id;
	const rows = await sql.query<Record<string, string | null>>(
		`select ${row_id}::text as row_id, key_id, ${columns
			.map((column) => `encode(${column}, 'hex') as ${column}`)
			.join(', ')}
		from hub.${name} where key_id <> $1 order by ${row_id} limit ${batchSize} for update`,
		[current]
	);
	const sets = columns.map((column, at) => `${column} = decode($${at + 3}, 'hex')`).join(', ');
	for (const row of rows) {
		const anew = columns.map((column) => {
			const ciphertext = row[column];
			if (ciphertext == null) return null;
			return encrypt(keys, decrypt(keys, { key_id: row.key_id!, ciphertext })).ciphertext;
		});
		await sql.query(
			`update hub.${name} set key_id = $2, ${sets} where ${row_id} = $1::text::${row_type}`,
			[row.row_id!, current, ...anew]
		);
	}
	return rows.length;
}
