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
	'withdrawn'
] as const;

export type ReportEvent = (typeof reportEvents)[number];
