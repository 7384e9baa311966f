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
