import { stringify } from 'csv-stringify/sync';
import { ruleVersion } from '#lib/domain/rules/rule-version.ts';
import type { ReportWithFiles } from './load-reports.ts';

/* The tables of a dossier, a row at a time. */

type Row = Record<string, unknown>;
export type Table = { path: string; rowsOf: (report: ReportWithFiles) => Row[] };

const flat = (value: unknown) =>
	value !== null && typeof value === 'object' ? JSON.stringify(value) : value;

export const tables: readonly Table[] = [
	{
		path: 'reports.csv',
		rowsOf: (report) => [
			{
				reference: report.reference,
				kind: report.kind,
				channel: report.channel,
				state: report.state,
				outcome: report.outcome,
				sector: report.sector,
				province: report.province,
				organisation: report.organisation,
				organisation_match: report.organisation_match,
				organisation_as_reported: report.organisation_as_reported,
				made_by: report.made_by,
				caller_number: report.caller_number,
				categories: report.categories.map(({ code }) => code).join(' '),
				counted_on: report.counted_on,
				is_counted: report.is_counted,
				filed_at: report.filed_at,
				delivered_at: report.delivered_at,
				answer_due_at: report.answer_due_at,
				facts: report.facts,
				narrative: report.narrative
			}
		]
	},
	{
		path: 'contacts.csv',
		rowsOf: ({ reference, contacts, channel, caller_number, organisation }) =>
			contacts.map((contact, index) => ({
				reference,
				position: index + 1,
				...contact,
				channel,
				caller_number,
				organisation
			}))
	},
	{
		path: 'findings.csv',
		rowsOf: ({ reference, findings, contacts }) =>
			findings.map((finding) => ({
				reference,
				...finding,
				...ruleVersion(finding.rule_id, contacts[0]?.contact_at.slice(0, 10) ?? null)
			}))
	},
	{
		path: 'answers.csv',
		rowsOf: ({ reference, answers }) => answers.map((answer) => ({ reference, ...answer }))
	},
	{
		path: 'timeline.csv',
		rowsOf: ({ reference, timeline }) => timeline.map((event) => ({ reference, ...event }))
	},
	{
		path: 'evidence.csv',
		rowsOf: (report) =>
			report.files.map((file, index) => ({
				reference: report.reference,
				path: evidencePath(report.reference, index, file.name),
				media_type: file.media_type,
				byte_size: file.byte_size,
				sha256: file.sha256,
				added_by: file.added_by,
				uploaded_at: file.uploaded_at
			}))
	}
];

/** Where a file of a report stands in the dossier. */
export const evidencePath = (reference: string, index: number, name: string) =>
	`evidence/${reference}/${index + 1}-${name.replace(/[^\p{L}\p{N}._ -]/gu, '_')}`;

/** A table as CSV, a page of reports at a time. A cell that a spreadsheet would run is made harmless. */
export async function* writeCsv(
	{ rowsOf }: Table,
	pages: AsyncIterable<ReportWithFiles[]>
): AsyncGenerator<string> {
	let isFirst = true;
	for await (const page of pages) {
		const rows = page
			.flatMap(rowsOf)
			.map((row) =>
				Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, flat(cell)]))
			);
		if (rows.length === 0) continue;
		yield stringify(rows, {
			header: isFirst,
			escape_formulas: true,
			cast: { boolean: (value) => String(value) }
		});
		isFirst = false;
	}
}

/** A JSON array, an element a line. */
export async function* writeJson(
	elementsOf: (report: ReportWithFiles) => unknown[],
	pages: AsyncIterable<ReportWithFiles[]>
): AsyncGenerator<string> {
	let before = '[\n';
	for await (const page of pages) {
		for (const element of page.flatMap(elementsOf)) {
			yield before + JSON.stringify(element);
			before = ',\n';
		}
	}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}
