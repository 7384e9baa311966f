import type { Sql } from '../backend/backend.ts';

/*
 * What of a database goes into a backup: all rows of the desk and of the identity service. The
 * jobs are left out, they make their schema anew, and so is what may be lost in a crash too.
 */

const schemas = `('hub', 'auth')`;

export type Table = { name: string; columns: string[] };
export type Sequence = { name: string; last_value: string | null };

/** The tables with their own columns; what is generated from others is made anew. */
export const listTables = (sql: Sql): Promise<Table[]> =>
	sql.query<Table>(`
		select nspname || '.' || relname as name, array_agg(attname::text order by attnum) as columns
		from pg_class
		join pg_namespace on pg_namespace.oid = relnamespace
		join pg_attribute on attrelid = pg_class.oid
		where nspname in ${schemas} and relkind = 'r' and relpersistence = 'p'
			and attnum > 0 and not attisdropped and attgenerated = ''
		group by nspname, relname
		order by nspname, relname`);

export const listSequences = (sql: Sql): Promise<Sequence[]> =>
	sql.query<Sequence>(`
		select schemaname || '.' || sequencename as name, last_value::text
		from pg_sequences where schemaname in ${schemas} order by 1`);

/** Pages of a table in one piece: 4 MB, and more where texts are kept beside the table. */
const pagesAPiece = 512;

/** All rows of a table in the text format of COPY, a piece at a time. */
export async function* rowsOf(sql: Sql, { name, columns }: Table): AsyncGenerator<Uint8Array> {
	const [size] = await sql.query<{ pages: number }>(
		`select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as pages`,
		[name]
	);
	for (let page = 0; page < size!.pages; page += pagesAPiece) {
		yield await sql.copyOut(
			`select ${columns.join(', ')} from ${name} where ctid >= '(${page},0)' and ctid < '(${page + pagesAPiece},0)'`
		);
	}
}

/** In this format a line is a row, always: a line break in a value is written as two signs. */
export function countLines(chunk: Uint8Array): number {
	let lines = 0;
	for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
	return lines;
}

/** The same bytes in pieces that end where a row ends. */
export async function* wholeRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let waiting: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		waiting.push(chunk);
		length += chunk.length;
		if (length < 4 * 1024 * 1024) continue;
		const all = Buffer.concat(waiting);
		const end = all.lastIndexOf(10) + 1;
		if (end > 0) yield all.subarray(0, end);
		waiting = [all.subarray(end)];
		length = all.length - end;
	}
	if (length > 0) yield Buffer.concat(waiting);
}
