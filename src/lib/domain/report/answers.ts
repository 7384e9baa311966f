/* What an organisation may answer. Labels live in the database, in this same order. */

export const answerTypes = ['accepted', 'explained', 'rejected', 'not_ours'] as const;
export type AnswerType = (typeof answerTypes)[number];

/** The closed list of reasons, by type of answer. */
export const answerReasons: Record<AnswerType, readonly string[]> = {
	accepted: [
		'apology',
		'stop_contacting',
		'correct_data',
		'cancel_contract',
		'refund',
		'retrain',
		'sanction',
		'other_remedy'
	],
	explained: ['consent_proven', 'customer_ground', 'requested_contact'],
	rejected: ['did_not_happen', 'already_answered'],
	not_ours: ['unknown_party', 'group_company', 'chain_partner', 'number_misused']
};

/** What a reporter thinks of an answer. */
export const verdicts = ['solved', 'not_solved'] as const;
export type Verdict = (typeof verdicts)[number];
