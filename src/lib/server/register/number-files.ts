import { Readable } from 'node:stream';
import { readColumns, readRow, type RowDefaults } from '#lib/domain/number-claim/claim-rows.ts';
import type { NumberClaim } from '#lib/domain/number-claim/number-claim.ts';
import type { Client } from '../db/client.ts';
import type { Desk } from '../desk.ts';
import { readCsvFrom } from '../imports/read-csv.ts';
import * as numberClaims from './number-claims.ts';

/** What becomes of a row: nothing is wrong with it, or these keys of messages say what. */
export type FileRow = { line: number; text: string; problems: string[] };

type Read = { line: number; fields: string[]; claim?: NumberClaim; problems: string[] };

/**
 * Reads a file with numbers; null when its first line names no column with numbers.
 */
export async function read(text: string, defaults: RowDefaults): Promise<Read[] | null> {
	const rows: Read[] = [];
	let columns: (string | undefined)[] | null = null;
	for await (const { line, fields, fault } of readCsvFrom(Readable.from([text]), [
		',',
		';',
		'\t'
	])) {
		if (!columns) {
			columns = fault ? null : readColumns(fields);
			if (!columns) return null;
		} else if (fault) {
			rows.push({ line, fields, problems: [`error_${fault}`] });
		} else {
			const row = readRow(columns, fields, defaults);
			rows.push('claim' in row ? { line, ...row, problems: [] } : { line, ...row });
		}
	}
	return columns && rows;
}

/**
 * Claims the numbers of a file, or on a dry run tells what would happen, row by row.
 * @throws Refused `not_allowed`, `evidence_gone`, `number_claims_too_many`
 */
export async function claimAll(
	desk: Desk,
	client: Client,
	organisationId: string,
	rows: readonly Read[],
	options: { token?: string; isDryRun: boolean }
): Promise<FileRow[]> {
	const good = rows.filter(({ claim }) => claim);
	const claims = good.map(({ claim }) => claim!);
	const outcomes = await numberClaims.claim(desk, client, organisationId, claims, options);
	return rows.map((row) => {
		const outcome = row.claim && outcomes[good.indexOf(row)];
		const refused = outcome?.state === 'refused' ? [`error_${outcome.reason}`] : [];
		return {
			line: row.line,
			text: row.fields.join(' · '),
			problems: [...row.problems, ...refused]
		};
	});
}
