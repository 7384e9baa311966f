import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dossierReport } from '#lib/domain/dossier/dossier-report.ts';
import { manifestPath, type Manifest } from '#lib/domain/dossier/manifest.ts';
import { loadHead } from '../audit/kept-head.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { open } from '../evidence/evidence.ts';
import * as taxonomy from '../register/taxonomy.ts';
import { claimDossier, claimSeconds, type ClaimedDossier } from './claim.ts';
import { writeIndex } from './index-pdf.ts';
import { reportPages, type ReportWithFiles } from './load-reports.ts';
import { removeParts, storeParts } from './parts.ts';
import { addToSummary, emptySummary } from './summary.ts';
import { evidencePath, tables, writeCsv, writeJson } from './tables.ts';
import { sealZip, writeZip, type Entry, type Sealed } from '../zips/write-zip.ts';

/** Makes every dossier that waits; tells how many. For a job, and for whoever asked for one. */
export async function makeDossiers(desk: Desk): Promise<number> {
	for (let made = 0; ; made += 1) {
		const dossier = await claimDossier(desk);
		if (!dossier) return made;
		await makeDossier(desk, dossier);
	}
}

async function makeDossier(desk: Desk, dossier: ClaimedDossier): Promise<void> {
	const { dossier_id } = dossier;
	const now = desk.now();
	const written: Manifest['files'] = [];
	const entries = await entriesOf(desk, dossier, written, now);
	let sealed: Sealed | undefined;
	const zip = sealZip(writeZip(entries, written, now), (told) => (sealed = told));
	const place = await storeParts(desk, randomBytes(16).toString('hex'), zip);
	unwrap(
		'finish_dossier',
		await desk.service.rpc('finish_dossier', {
			dossier_id,
			...place,
			...sealed!,
			manifest_sha256: written.find(({ path }) => path === manifestPath)!.sha256
		})
	);
}

/** Every file of a dossier, in order; the manifest comes last, when all others are known. */
async function entriesOf(
	desk: Desk,
	dossier: ClaimedDossier,
	written: Manifest['files'],
	now: Date
): Promise<Entry[]> {
	const { dossier_id, locale } = dossier;
	const pages = () => reportPages(desk, dossier_id);
	const known = await taxonomy.load(desk);
	const labels = (rows: readonly { code: string; label_nl: string; label_en: string }[]) =>
		new Map(rows.map((row) => [row.code, locale === 'en' ? row.label_en : row.label_nl]));
	const head = await loadHead(desk);
	const summary = emptySummary();
	const leftOut: Manifest['left_out'] = [];
	const files: Entry[] = [];
	let done = 0;
	// The first pass over the reports counts them, tells how far it is, and finds their files.
	for await (const page of pages()) {
		for (const report of page) {
			addToSummary(summary, report);
			files.push(...evidenceOf(desk, report, leftOut));
		}
		done += page.length;
		await desk.service.rpc('tell_dossier', { dossier_id, done, seconds: claimSeconds });
	}
	const words = { categories: labels(known.categories), provinces: labels(known.provinces) };
	return [
		once('index.pdf', () => writeIndex(dossier, summary, words, head, now)),
		...(dossier.of_case ? [once('case.json', () => json(dossier.of_case))] : []),
		...tables.map((table) => ({ path: table.path, write: () => writeCsv(table, pages()) })),
		{ path: 'reports.json', write: () => writeJson(withoutPlaces, pages()) },
		{ path: 'contacts.json', write: () => writeJson(contactsOf, pages()) },
		once('schema/report.schema.json', () => json(z.toJSONSchema(dossierReport))),
		...files,
		once(manifestPath, () =>
			json({
				format: 'gehoord-dossier',
				version: 1,
				dossier_id,
				made_at: now.toISOString(),
				case_reference: dossier.of_case?.reference ?? null,
				selection: dossier.selection,
				report_count: summary.reports,
				left_out: leftOut,
				audit_head: head,
				files: written
			} satisfies Manifest)
		)
	];
}

/** The files of a report, each opened when it is its turn. */
function evidenceOf(
	desk: Desk,
	{ reference, files }: ReportWithFiles,
	leftOut: Manifest['left_out']
): Entry[] {
	return files.map((file, index) => {
		const path = evidencePath(reference, index, file.name);
		return {
			path,
			isCompressed: false,
			write: async function* () {
				const opened = await open(desk, file).catch((fault: unknown) => {
					// Its reporter may have taken it away since; the dossier says which one.
					desk.log.error({ event: 'dossier_file_unreadable' }, fault);
					return null;
				});
				if (opened) yield opened.bytes;
				else leftOut.push({ path, sha256: file.sha256 });
			}
		};
	});
}

const once = (path: string, make: () => string | Promise<Uint8Array>): Entry => ({
	path,
	write: async function* () {
		yield await make();
	}
});

const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;
const withoutPlaces = (report: ReportWithFiles) => [dossierReport.parse(report)];
const contactsOf = ({ reference, contacts }: ReportWithFiles) =>
	contacts.map((contact, index) => ({ reference, position: index + 1, ...contact }));

/** Takes away what is older than thirty days: the parts first, then the row. */
export async function removeExpiredDossiers(desk: Desk): Promise<void> {
	const answer = await desk.service.rpc('expired_dossiers', { most: 100 });
	for (const { dossier_id, stored_key, parts } of unwrap('expired_dossiers', answer)) {
		if (stored_key) await removeParts(desk, stored_key, parts);
		unwrap('remove_dossier', await desk.service.rpc('remove_dossier', { dossier_id }));
	}
}
