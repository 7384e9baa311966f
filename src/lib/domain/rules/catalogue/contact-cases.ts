import { checkRules } from '../check.ts';

/*
 * Contacts on a Tuesday with which nothing is wrong, for tests: what a case adds to one of them is
 * what the rules look at.
 */

const now = new Date('2026-11-21T12:00:00Z');

export type ContactCase = [meaning: string, facts: object, expected: Record<string, string>];

/** A sales call to a consumer who gave consent and was never a customer. */
export const call = {
	channel: 'phone_human',
	contact_at: '2026-03-10T15:00',
	initiated_by: 'advertiser',
	recipient_type: 'consumer',
	purpose: 'commercial',
	org_type: 'commercial',
	sector: 'telecom',
	customer_status: 'never',
	consent: 'yes'
};

/** The same to a business that is a person: the codes protect it, the law for consumers does not. */
export const businessCall = { ...call, recipient_type: 'natural_business' };

/** A visit of a seller to a consumer. */
export const visit = { ...call, channel: 'door' };

/** Which rules the facts broke, and whether likely or possibly. */
export function outcomesOf(facts: object): Record<string, string> {
	const { findings } = checkRules(facts, now);
	return Object.fromEntries(findings.map(({ rule_id, outcome }) => [rule_id, outcome]));
}
