import { z } from 'zod';

/** What staff do that is written into the audit trail; `hub.audit_events` holds the same. */
export const auditActs = [
	'report_opened',
	'original_read',
	'evidence_read',
	'number_document_read',
	'claims_listed',
	'dossier_asked',
	'dossier_made',
	'dossier_downloaded'
] as const;
export type AuditAct = (typeof auditActs)[number];

/** What staff look for, of a closed list: free words could name somebody. */
export const auditPurposes = [
	'handling',
	'moderation',
	'case',
	'supervision',
	'request_of_reporter',
	'security'
] as const;
export type AuditPurpose = (typeof auditPurposes)[number];

/** Why somebody looks, and for which case if there is one. */
export type Look = { purpose: AuditPurpose; case_reference?: string };

/** For what a report is opened, by the address it was opened from: the page of a case names it. */
export function lookFrom(search: URLSearchParams, purpose: AuditPurpose): Look {
	const case_reference = search.get('dossier') ?? '';
	return /^D\d{2}-[0-9A-Z]{5}$/.test(case_reference)
		? { purpose: 'case', case_reference }
		: { purpose };
}

/** What somebody fills in to read what was masked. */
export const lookForm = z.object({ purpose: z.enum(auditPurposes) });
