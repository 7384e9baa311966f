import { z } from 'zod';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* What organisations say in public, with the rights of who signed in. */

const ownStatement = z.object({
	text: z.string().nullable(),
	stated_at: z.string(),
	hidden_at: z.string().nullable(),
	hide_reason: z.string().nullable()
});

/** The newest statement of an organisation, hidden or not; null when it made none. */
export async function loadOwn(client: Client, organisation_id: string) {
	const { data, error } = await client.rpc('own_statement', { organisation_id });
	if (error) unwrap('own_statement', { data, error });
	return data === null ? null : ownStatement.parse(data);
}

/** Seen by everybody at once. Without words the statement is taken back. */
export async function make(client: Client, organisation_id: string, statement: string) {
	unwrap('make_statement', await client.rpc('make_statement', { organisation_id, statement }));
}

/** Statements of all organisations, newest first, for staff. */
export async function list(client: Client) {
	return unwrap('list_statements', await client.rpc('list_statements', { most: 100 }));
}

/** @throws Refused `not_allowed`, `reason_needed`, `statement_not_found` */
export async function hide(client: Client, statement_id: number, reason: string) {
	unwrap('hide_statement', await client.rpc('hide_statement', { statement_id, reason }));
}
