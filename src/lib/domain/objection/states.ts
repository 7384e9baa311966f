/**
 * The life of an objection. `hub.objection_moves` holds the same; a test compares the two.
 * Lodged is not sent: the letter may be for the consumer to send. Ignored: contacted again after
 * the term.
 */
export const objectionStates = [
	'lodged',
	'sent',
	'acknowledged',
	'processed',
	'ignored',
	'closed'
] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionMoves: Record<ObjectionState, readonly ObjectionState[]> = {
	lodged: ['sent', 'closed'],
	sent: ['acknowledged', 'processed', 'ignored', 'closed'],
	acknowledged: ['processed', 'ignored', 'closed'],
	processed: ['ignored', 'closed'],
	ignored: ['processed', 'closed'],
	closed: ['ignored']
};

/** The life of a request to prove consent. Overdue, it can still be answered. */
export const proofRequestStates = ['requested', 'sent', 'answered', 'overdue'] as const;
export type ProofRequestState = (typeof proofRequestStates)[number];

/** What can happen to an objection, as written into its events by the functions of the database. */
export const objectionEvents = [
	'lodged',
	'sent',
	'not_delivered',
	'acknowledged',
	'processed',
	'norm_passed',
	'asked_whether_stopped',
	'said_stopped',
	'said_not_stopped',
	'contacted_again',
	'withdrawn',
	'personal_data_erased'
] as const;
export type ObjectionEvent = (typeof objectionEvents)[number];

/** What can happen to a request to prove consent. */
export const proofRequestEvents = [
	'requested',
	'sent',
	'not_delivered',
	'answered',
	'overdue',
	'withdrawn',
	'personal_data_erased'
] as const;
export type ProofRequestEvent = (typeof proofRequestEvents)[number];

/** Whether it is for the consumer to send: then the clock waits for the day that was done. */
export const waitsForConsumer = (state: ObjectionState | ProofRequestState, sentByDesk: boolean) =>
	(state === 'lodged' || state === 'requested') && !sentByDesk;
