import type { ImportedReport } from '#lib/domain/import/format.ts';
import type { Sql } from './backend/backend.ts';
import { digestOf, keyedHash } from './crypto/keyed-hash.ts';
import type { Desk } from './desk.ts';

/** A report to be filed with many others, past the gateway. */
export type Filing = ImportedReport & {
	/** The same key files once. */
	client_key: string;
	submission_digest: string;
	origin: 'import' | 'demo';
	organisation_id?: string | null;
	reporter_key?: string | null;
	is_held?: boolean;
	hold_reason?: string | null;
};

/** What became of a batch; `refused` by its place in the batch. */
export type Outcome = { filed: number; known: number; refused: Map<number, string> };

export const batchSize = 250;

/**
 * The keys of a report from elsewhere: they follow from where it comes from and what it says, so
 * that the same report is filed once.
 * @param occurrence tells reports apart that say the same in every word
 */
export function keysOf({ secrets }: Desk, source: string, content: string, occurrence: number) {
	const digest = digestOf(`${source}\0${content}\0${occurrence}`);
	return {
		client_key: keyedHash(secrets.hash_key, 'client key', digest),
		submission_digest: digest
	};
}

/**
 * Files a batch in one transaction. When the database refuses one of them the rest are filed one
 * by one, so that only that one stays out.
 */
export async function fileBatch(desk: Desk, batch: Filing[]): Promise<Outcome> {
	const { sql } = desk.backend;
	try {
		return await sql.transaction((inside) => fileAll(inside, batch));
	} catch (error) {
		if (reasonOf(error) === undefined) throw error;
	}
	const outcome: Outcome = { filed: 0, known: 0, refused: new Map() };
	for (const [index, filing] of batch.entries()) {
		try {
			const { filed, known } = await sql.transaction((inside) => fileAll(inside, [filing]));
			outcome.filed += filed;
			outcome.known += known;
		} catch (error) {
			const reason = reasonOf(error);
			if (reason === undefined) throw error;
			outcome.refused.set(index, reason);
		}
	}
	return outcome;
}

async function fileAll(sql: Sql, batch: Filing[]): Promise<Outcome> {
	const [row] = await sql.query<{ filed: number; known: number }>(
		`select count(*) filter (where not is_repeated)::int as filed,
			count(*) filter (where is_repeated)::int as known
		from (
			select (public.file_report(submission) ->> 'is_repeated')::boolean as is_repeated
			from jsonb_array_elements($1::text::jsonb) as submission) as receipts`,
		[JSON.stringify(batch)]
	);
	return { ...row!, refused: new Map() };
}

/** Why the database would not have a report; undefined when it is the database that fails. */
function reasonOf(error: unknown): string | undefined {
	const { code = '', message } = error as { code?: string; message: string };
	if (code.startsWith('GH')) return message;
	// Data exceptions and broken constraints.
	return /^2[23]/.test(code) ? `refused_${code}` : undefined;
}

/** Folds all waiting changes into the counts. */
export async function foldAll({ backend }: Desk): Promise<void> {
	for (;;) {
		const [row] = await backend.sql.query<{ folded: number }>(
			'select public.fold_report_counts() as folded'
		);
		if (row!.folded === 0) return;
	}
}
