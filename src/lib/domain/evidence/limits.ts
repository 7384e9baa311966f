/** What a report may carry; the database holds to the same. */
export const mostFiles = 5;
export const mostBytes = 5 * 1024 * 1024;
export const longestName = 100;

/** Why a file is not taken; each has its sentence `error_<reason>`, which names the file. */
export type EvidenceReason =
	| 'evidence_empty'
	| 'evidence_too_large'
	| 'evidence_too_many'
	| 'evidence_type'
	| 'evidence_mismatch'
	| 'evidence_unreadable_photo'
	| 'evidence_broken'
	| 'evidence_active';
