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
	'withdrawn',
	'organisation_reminded',
	'answered',
	'contested',
	'expired',
	'message_sent',
	'verdict_given',
	'reopened',
	'closed',
	'promise_asked',
	'promise_kept',
	'promise_broken',
	'redirected',
	'email_proven',
	'made_anonymous',
	'contact_data_erased',
	'narrative_erased',
	'data_deleted'
] as const;

export type ReportEvent = (typeof reportEvents)[number];
