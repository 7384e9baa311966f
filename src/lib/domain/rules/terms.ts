import { addMonths } from '../calendar/days.ts';
import { addWorkingDays, endOfWithdrawal, onWorkingDay } from '../calendar/working-days.ts';
import type { Clause } from './clauses.ts';
import { truthOf } from './three-valued.ts';

/*
 * Terms that run after a contact. The day of the event is not counted, and who must answer has
 * until the end of the last day.
 */

/** The last day to prove consent: five working days after the request. */
export function proofDue(requestedOn: string): string {
	return addWorkingDays(requestedOn, 5);
}

/** The last day to tell where the data come from. Source: AVG art. 12(3). */
export function sourceDue(requestedOn: string): string {
	return addMonths(requestedOn, 1);
}

/** Proof came after its term, or the term is over and it never came. */
export const proofIsLate: Clause = ({ facts, as_of }) => {
	const { proof_requested_at: requested, proof_received_at: received } = facts;
	return truthOf(requested !== null && (received ?? as_of).day > proofDue(requested.day));
};

/** The answer about the source of the data came after a month, or a month is over without one. */
export const sourceIsLate: Clause = ({ facts, as_of }) => {
	const { source_requested_at: requested, source_answered_at: answered } = facts;
	return truthOf(requested !== null && (answered ?? as_of).day > sourceDue(requested.day));
};

/**
 * The consumer withdrew within the term; one that ends on a day off ends on the next working day.
 * It starts with the contract. For goods it starts on receipt, which no fact tells, so there "too
 * late" leaves it open. Without a day of contract the contact counts, and then it is possible only.
 */
export const withdrewInTime: Clause = ({ facts }) => {
	const sent = facts.withdrawal_sent_at;
	const start = facts.contract_at ?? facts.contact_at;
	if (!sent || !start) return 'no';
	const days = facts.contract_kind === 'life_insurance' ? 30 : 14;
	const end = onWorkingDay(endOfWithdrawal(start.day, days, facts.withdrawal_info !== 'no'));
	if (sent.day <= end) return facts.contract_at ? 'yes' : 'maybe';
	const isOfGoods = ['goods', 'goods_plus_service', 'subscription_periodical'];
	return isOfGoods.includes(facts.contract_kind) ? 'maybe' : 'no';
};
