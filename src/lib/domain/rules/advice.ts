import type { ActionCode } from './actions.ts';
import {
	all,
	amount,
	any,
	except,
	hasAny,
	is,
	isIn,
	isNot,
	type Clause,
	type Situation
} from './clauses.ts';
import { sets } from './fact-fields.ts';
import { consumer, coveredByContractLaw, field, isUnrequested, tm } from './grounds.ts';

/** Unwanted calls can always be objected to, whether or not a rule was broken. */
const canObject: Clause = any(
	tm,
	all(isIn('channel', ['phone_automated', 'voicemail']), isUnrequested)
);

/** A consumer's contract can be withdrawn from, whether or not a rule was broken. */
const canWithdraw: Clause = all(
	consumer,
	isIn('contract', ['yes', 'claimed_by_seller']),
	coveredByContractLaw,
	isNot('contract_kind', 'donation'),
	except(
		all(
			field,
			amount('contract_value_eur', (value) => value <= 50)
		)
	)
);

/** A number no seller calls from, or a foreign one with pressure: this may be fraud. */
const looksLikeFraud: Clause = any(
	is('sector', 'fraud_suspect'),
	all(tm, is('number_type', '14')),
	all(tm, is('number_type', 'foreign'), hasAny('pressure', sets.pressure))
);

const always: readonly (readonly [ActionCode, Clause])[] = [
	['A1', canObject],
	['A8', canWithdraw],
	['A11', looksLikeFraud]
];

/** Who else supervises, when there is something to tell. */
const beside: readonly (readonly [ActionCode, Clause])[] = [
	[
		'A13',
		any(
			isIn('sector', ['lottery_good_cause', 'lottery_other', 'gambling_online']),
			isIn('org_type', ['lottery_good_cause', 'lottery_other'])
		)
	],
	['A14', isIn('sector', ['insurance', 'life', 'bank_credit', 'invest'])],
	['A15', any(is('sector', 'charity'), is('org_type', 'charity'))]
];

/**
 * What to do now: what the findings call for, then what is open to anybody in this situation.
 * Source: rules.md, 2.6, and the worked examples that show an action without a finding.
 */
export function adviceFor(situation: Situation, called: readonly ActionCode[]): ActionCode[] {
	const open = (advice: typeof always) =>
		advice.filter(([, clause]) => clause(situation) === 'yes').map(([code]) => code);
	return [...new Set([...called, ...open(always), ...(called.length > 0 ? open(beside) : [])])];
}
