/** Every term the desk knows. How long each one is, only the database says. */
export const clockCodes = [
	'acknowledgement',
	'reminder_first',
	'reminder_second',
	'organisation_answer',
	'final_answer',
	'promise_check',
	'verdict_window',
	'objection_norm',
	'objection_processed',
	'consent_proof',
	'data_source',
	'number_reachable',
	'customer_term',
	'cbt_changes',
	'cbt_additions',
	'cbt_advice',
	'cbt_advice_target',
	'contact_data_erased',
	'narrative_erased',
	'told_to_organisation'
] as const;
export type ClockCode = (typeof clockCodes)[number];

export type ClockUnit = 'minutes' | 'hours' | 'calendar_days' | 'working_days' | 'weeks' | 'months';

/** The event that starts a clock. */
export type ClockStart =
	| 'filing'
	| 'delivery'
	| 'answer'
	| 'lodging'
	| 'request'
	| 'last_contact'
	| 'end_of_relation'
	| 'taken_on'
	| 'close'
	| 'payment';

/** A clock as it stands in the database. */
export type Clock = {
	code: ClockCode;
	amount: number;
	unit: ClockUnit;
	/** An event, not an instant. */
	starts_at: ClockStart;
	label_nl: string;
	label_en: string;
	source: string;
};
