import type { ImportedReport } from '#lib/domain/import/format.ts';
import type { SectorCode } from '#lib/domain/report/taxonomy.ts';
import { assessReport } from '#lib/domain/rules/assess-report.ts';
import { subCategoryOf } from '#lib/domain/text/sub-categories.ts';
import type { RuleTables } from '#lib/domain/rules/clauses.ts';
import type { CustomerTerm } from '#lib/domain/rules/report-facts.ts';
import type { Sql } from '../backend/backend.ts';
import { digestOf, keyedHash } from '../crypto/keyed-hash.ts';
import type { Desk } from '../desk.ts';
import { kept } from './findings.ts';
import * as ruleTables from '../rights/rule-tables.ts';

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

type Receipt = { place: number; reference: string; is_repeated: boolean };

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
 * @param import_id the import they are part of, which remembers them
 */
export async function fileBatch(
	desk: Desk,
	batch: Filing[],
	import_id: number | null = null
): Promise<Outcome> {
	const tables = await ruleTables.load(desk);
	const file = (some: Filing[]) =>
		untilNotInOthersWay(() =>
			desk.backend.sql.transaction((inside) => fileAll(inside, some, tables, import_id))
		);
	try {
		return await file(batch);
	} catch (error) {
		if (reasonOf(error) === undefined) throw error;
	}
	const outcome: Outcome = { filed: 0, known: 0, refused: new Map() };
	for (const [index, filing] of batch.entries()) {
		try {
			const { filed, known } = await file([filing]);
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

async function fileAll(
	sql: Sql,
	batch: Filing[],
	tables: RuleTables,
	import_id: number | null
): Promise<Outcome> {
	const receipts = await sql.query<Receipt>(
		`select place::int - 1 as place, receipt ->> 'reference' as reference,
			(receipt ->> 'is_repeated')::boolean as is_repeated
		from jsonb_array_elements($1::text::jsonb) with ordinality as sent (submission, place)
		cross join lateral public.file_report(submission) as receipt`,
		[JSON.stringify(batch.map(withSubCategories))]
	);
	const filed = receipts.filter(({ is_repeated }) => !is_repeated);
	await keepFindings(sql, batch, filed, tables);
	if (import_id !== null) {
		await sql.query(
			'select public.keep_imported($1, array(select jsonb_array_elements_text($2::text::jsonb)))',
			[import_id, JSON.stringify(filed.map(({ reference }) => reference))]
		);
	}
	return {
		filed: filed.length,
		known: receipts.length - filed.length,
		refused: new Map()
	};
}

/** What exactly happened in each category, where the words say so. */
function withSubCategories({ categories, ...filing }: Filing) {
	const told = { text: filing.narrative ?? '', channel: filing.channel };
	return {
		...filing,
		categories: categories.map((category) => ({
			...category,
			sub_category: told.text ? subCategoryOf(told, category.code) : null
		}))
	};
}

/**
 * What the rules say of the complaints in a batch that tell more than a number. The sector may be
 * that of the organisation, which is known only now that they are filed.
 */
async function keepFindings(
	sql: Sql,
	batch: Filing[],
	receipts: Receipt[],
	tables: RuleTables
): Promise<void> {
	const told = receipts.filter(({ place }) => {
		const { kind, facts } = batch[place]!;
		return kind === 'complaint' && Object.keys(facts).length > 0;
	});
	if (told.length === 0) return;
	type Party = { reference: string; sector: SectorCode; customer_terms: CustomerTerm[] };
	const parties = await sql.query<Party>(
		`select reference, sector, hub.customer_terms_of(organisation_id) as customer_terms from hub.reports
		where reference in (select jsonb_array_elements_text($1::text::jsonb))`,
		[JSON.stringify(told.map(({ reference }) => reference))]
	);
	const partyOf = new Map(parties.map((party) => [party.reference, party]));
	const assessments = told.map(({ place, reference }) => {
		const { contacts, filed_at, ...filing } = batch[place]!;
		const moments = contacts.map(({ contact_at, is_time_known }) => ({
			contact_at: new Date(contact_at),
			is_time_known
		}));
		const { sector, customer_terms } = partyOf.get(reference)!;
		const report = { ...filing, moments, sector, customer_terms };
		const { findings } = assessReport(report, new Date(filed_at), tables);
		return { reference, filed_at, findings: findings.map(kept) };
	});
	await sql.query(
		`select hub.write_findings(report_id, assessment.findings, assessment.filed_at)
		from jsonb_to_recordset($1::text::jsonb) as assessment (reference text, filed_at timestamptz, findings jsonb)
		join hub.reports on reports.reference = assessment.reference`,
		[JSON.stringify(assessments.filter(({ findings }) => findings.length > 0))]
	);
}

const mostAttempts = 5;

/**
 * Two that file at once may each wait for a number that the other one adds. The database then undoes
 * one of them, which goes again.
 */
async function untilNotInOthersWay<Result>(work: () => Promise<Result>): Promise<Result> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await work();
		} catch (error) {
			const isDeadlock = (error as { code?: string }).code === '40P01';
			if (!isDeadlock || attempt === mostAttempts) throw error;
		}
	}
}

/** Why the database would not have a report; undefined when it is the database that fails. */
function reasonOf(error: unknown): string | undefined {
	const { code = '', message } = error as { code?: string; message: string };
	if (code.startsWith('GH')) return message;
	// Data exceptions and broken constraints.
	return /^2[23]/.test(code) ? `refused_${code}` : undefined;
}

/** Folds all waiting changes into the counts, so many at a time. */
export async function foldAll({ backend }: Desk, changesAFold = 5000): Promise<void> {
	for (;;) {
		const [row] = await backend.sql.query<{ folded: number }>(
			'select public.fold_report_counts($1) as folded',
			[changesAFold]
		);
		if (row!.folded === 0) return;
	}
}
