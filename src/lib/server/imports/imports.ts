import { createHash } from 'node:crypto';
import type { ImportFormat } from '#lib/domain/import/format.ts';
import type { Desk } from '../desk.ts';
import type { Remembered } from './kept-imports.ts';
import { batchSize, fileBatch, foldAll, keysOf, type Filing } from '../reports/filings.ts';

/** A row as it stands in the file. */
export type SourceRow = {
	/** Where the row ends, the header being line 1. */
	line: number;
	fields: string[];
	/** Set when the row could not even be taken apart. */
	fault?: string;
};

export type ImportSummary = {
	rows: number;
	/** Filed now, or on a dry run: what would be, known or not. */
	filed: number;
	/** Filed by an earlier run. */
	known: number;
	/** How many by reason. */
	rejected: Record<string, number>;
};

type Batch = { row: SourceRow; filing: Filing }[];

type Options = {
	format: ImportFormat;
	/** The names of the columns, in the order of the file. */
	columns: string[];
	/** Undefined on a dry run. */
	desk: Desk | undefined;
	/** What the desk remembers of this import; undefined on a dry run. */
	remembered: Remembered | undefined;
	reject: (row: SourceRow, reason: string) => void;
	progress: (summary: ImportSummary) => void;
	/** How many batches are filed at the same time. */
	concurrency: number;
	/** Ends the import after the batches at hand. */
	signal: AbortSignal;
};

/**
 * Counts are folded in large bites when all is filed: what is alike in a bite is added up first, so
 * a bite costs little more than a small one. Whoever asks meanwhile gets counts plus changes, and a
 * desk that serves folds by itself every ten seconds.
 */
const changesAFold = 50_000;

/**
 * Files every row that can stand. What an earlier run filed, whole or broken off, is recognised by
 * its content, so that running again files the rest and nothing twice.
 */
export async function importRows(
	rows: AsyncIterable<SourceRow>,
	{ format, columns, desk, remembered, reject, progress, concurrency, signal }: Options
): Promise<ImportSummary> {
	const summary: ImportSummary = { rows: 0, filed: 0, known: 0, rejected: {} };
	const turnAway = (row: SourceRow, reason: string) => {
		summary.rejected[reason] = (summary.rejected[reason] ?? 0) + 1;
		reject(row, reason);
	};
	const batches = readBatches();
	// All take from the same pile; what goes wrong with one ends the pile for all.
	const filing = Array.from({ length: concurrency }, async () => {
		for await (const batch of batches) await fileRows(batch);
	});
	await Promise.all(filing);
	if (desk) await foldAll(desk, changesAFold);
	await remembered?.end(progressOf(summary), signal.aborted ? 'broken_off' : 'finished');
	return summary;

	/** The last one may be empty, so that there is always something to tell. */
	async function* readBatches(): AsyncGenerator<Batch> {
		const now = desk?.now() ?? new Date();
		const occurrences = new Map<string, number>();
		let batch: Batch = [];
		for await (const row of rows) {
			summary.rows += 1;
			const reading = readRow(format, columns, row, now);
			if (!reading.ok) turnAway(row, reading.reason);
			else {
				const content = JSON.stringify(row.fields);
				const seen = createHash('sha256').update(content).digest('base64');
				const occurrence = (occurrences.get(seen) ?? 0) + 1;
				occurrences.set(seen, occurrence);
				const keys = desk
					? keysOf(desk, `import\0${format.name}`, content, occurrence)
					: { client_key: '', submission_digest: '' };
				batch.push({ row, filing: { ...reading.report, ...keys, origin: 'import' } });
			}
			if (batch.length >= batchSize) {
				yield batch;
				batch = [];
			}
			if (signal.aborted) break;
		}
		yield batch;
	}

	async function fileRows(batch: Batch) {
		if (desk && batch.length > 0) {
			const filings = batch.map(({ filing }) => filing);
			const { filed, known, refused } = await fileBatch(desk, filings, remembered?.import_id);
			summary.filed += filed;
			summary.known += known;
			for (const [index, reason] of refused) turnAway(batch[index]!.row, reason);
		} else summary.filed += batch.length;
		progress(summary);
		await remembered?.tell(progressOf(summary));
	}
}

const progressOf = ({ rows, filed, known, rejected }: ImportSummary) => ({
	rows,
	filed,
	known,
	rejected: Object.values(rejected).reduce((sum, count) => sum + count, 0)
});

function readRow(format: ImportFormat, columns: string[], { fields, fault }: SourceRow, now: Date) {
	if (fault) return { ok: false, reason: fault } as const;
	if (fields.length !== columns.length)
		return { ok: false, reason: 'wrong_number_of_columns' } as const;
	return format.read(Object.fromEntries(columns.map((name, index) => [name, fields[index]!])), now);
}
