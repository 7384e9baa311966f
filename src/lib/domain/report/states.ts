/** The life of a report. `hub.report_moves` holds the same; a test compares the two. */
export const reportStates = [
	'received',
	'held',
	'open',
	'unattributed',
	'seen',
	'answered',
	'closed',
	'contested',
	'redirected',
	'reopened',
	'withdrawn',
	'expired',
	'anonymised'
] as const;
export type ReportState = (typeof reportStates)[number];

export const reportMoves: Record<ReportState, readonly ReportState[]> = {
	received: ['held', 'open', 'unattributed', 'withdrawn'],
	held: ['open', 'unattributed', 'withdrawn'],
	open: [
		'held',
		'seen',
		'answered',
		'contested',
		'redirected',
		'unattributed',
		'withdrawn',
		'expired'
	],
	unattributed: ['held', 'open', 'withdrawn', 'closed'],
	seen: [
		'held',
		'open',
		'answered',
		'contested',
		'redirected',
		'unattributed',
		'withdrawn',
		'expired'
	],
	answered: ['closed', 'reopened', 'withdrawn'],
	contested: ['open', 'redirected', 'unattributed', 'closed', 'withdrawn'],
	redirected: ['open', 'unattributed', 'withdrawn'],
	reopened: ['answered', 'contested', 'closed', 'withdrawn', 'expired'],
	expired: ['answered', 'contested', 'redirected', 'closed', 'withdrawn'],
	closed: ['reopened', 'anonymised'],
	withdrawn: ['anonymised'],
	anonymised: []
};

export function canMove(from: ReportState, to: ReportState): boolean {
	return reportMoves[from].includes(to);
}
