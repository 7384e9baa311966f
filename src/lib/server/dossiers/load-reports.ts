import { z } from 'zod';
import { dossierReport } from '#lib/domain/dossier/dossier-report.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

const withFiles = dossierReport.extend({
	report_id: z.number(),
	files: z.array(
		z.object({
			evidence_id: z.string(),
			name: z.string(),
			media_type: z.string(),
			byte_size: z.number(),
			sha256: z.string(),
			stored_key: z.string(),
			key_id: z.string(),
			added_by: z.string(),
			uploaded_at: z.string()
		})
	)
});

/** A report with where its files lie. */
export type ReportWithFiles = z.infer<typeof withFiles>;

const pageSize = 100;

/** The reports of a dossier in pages, so that thousands of them never stand in memory together. */
export async function* reportPages(
	{ service }: Pick<Desk, 'service'>,
	dossier_id: string
): AsyncGenerator<ReportWithFiles[]> {
	for (let after = 0; ;) {
		const answer = await service.rpc('dossier_reports', { dossier_id, after, most: pageSize });
		const page = z.array(withFiles).parse(unwrap('dossier_reports', answer));
		if (page.length > 0) yield page;
		if (page.length < pageSize) return;
		after = page.at(-1)!.report_id;
	}
}
