import type { AuditAct } from '#lib/domain/audit/looks.ts';
import { m } from '#lib/paraglide/messages.js';

export const actLabels: Record<AuditAct, () => string> = {
	report_opened: m.trail_act_report_opened,
	original_read: m.trail_act_original_read,
	evidence_read: m.trail_act_evidence_read,
	number_document_read: m.trail_act_number_document_read,
	claims_listed: m.trail_act_claims_listed,
	dossier_asked: m.trail_act_dossier_asked,
	dossier_made: m.trail_act_dossier_made,
	dossier_downloaded: m.trail_act_dossier_downloaded
};

/** What somebody looked at, in words. */
export function subjectOf(look: {
	subject: string;
	subject_id: string;
	reference: string | null;
}): string {
	switch (look.subject) {
		case 'organisation_claims':
			return m.trail_subject_claims();
		case 'evidence':
			return m.trail_subject_evidence({ reference: look.reference ?? look.subject_id });
		case 'number_document':
			return m.trail_subject_document();
		case 'dossier':
			return m.trail_subject_dossier({ id: look.subject_id.slice(0, 8) });
		default:
			return look.reference ?? look.subject_id;
	}
}
