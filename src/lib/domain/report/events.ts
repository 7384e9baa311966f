/** What can happen to a report, as written into its events by the functions of the database. */
export const reportEvents = [
	'filed',
	'delivered',
	'left_unattributed',
	'held',
	'released',
	'recategorised',
	'attributed',
	'contact_added',
	'original_read',
	'evidence_added',
	'evidence_removed',
	'evidence_read',
	'facts_added',
	'withdrawn',
	'organisation_reminded',
	'expired',
	'promise_asked',
	'closed',
	'contact_data_erased',
	'narrative_erased'
] as const;

export type ReportEvent = (typeof reportEvents)[number];
