/**
 * The life of an application for a longer customer term. `hub.cbt_moves` holds the same; a test
 * compares the two. Incomplete, it goes back to where it was once the additions are there.
 */
export const applicationStates = [
	'submitted',
	'incomplete',
	'awaiting_payment',
	'paid',
	'taken_on',
	'advised',
	'declined',
	'withdrawn'
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationMoves: Record<ApplicationState, readonly ApplicationState[]> = {
	submitted: ['incomplete', 'awaiting_payment', 'declined', 'withdrawn'],
	incomplete: ['submitted', 'awaiting_payment', 'paid', 'taken_on', 'declined', 'withdrawn'],
	awaiting_payment: ['incomplete', 'paid', 'declined', 'withdrawn'],
	paid: ['incomplete', 'taken_on', 'declined', 'withdrawn'],
	taken_on: ['incomplete', 'advised', 'withdrawn'],
	advised: [],
	declined: [],
	withdrawn: []
};

/** Whether it is over: advised on, declined or taken back. */
export const isSettled = (state: ApplicationState) => applicationMoves[state].length === 0;

/** What the secretariat can do with an application now, besides advising. */
export const handlings = ['invoice', 'ask', 'payment', 'take_on', 'decline'] as const;
export type Handling = (typeof handlings)[number];

/** What an application allows now; the database asks again. */
export function handlingsFor(application: {
	state: ApplicationState;
	invoice_number: string | null;
	paid_on: string | null;
	missing: readonly string[];
}): Handling[] {
	const { state, invoice_number, paid_on, missing } = application;
	const can = (to: ApplicationState) => applicationMoves[state].includes(to);
	const allowed: Record<Handling, boolean> = {
		invoice: state === 'submitted',
		payment: invoice_number !== null && paid_on === null && !isSettled(state),
		ask: can('incomplete'),
		take_on: state === 'paid' && missing.length === 0,
		decline: can('declined')
	};
	return handlings.filter((handling) => allowed[handling]);
}
