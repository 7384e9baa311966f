import { addMonths } from '../calendar/days.ts';
import { all, any, is, isIn, isNot, isNotIn, type Clause, type Situation } from './clauses.ts';
import { isAfter } from './moment.ts';
import { under } from './regimes.ts';
import { not, truthOf } from './three-valued.ts';

/*
 * What the rules share: whom the law protects, what counts as telemarketing or field marketing, and
 * on which grounds a call without consent is allowed. Source: rules.md, 2.2.
 */

/** People, and businesses that are a person: the law for telephone sales protects them. */
export const natural = isIn('recipient_type', ['consumer', 'natural_business']);

/** The contract rules of the civil code protect consumers only. */
export const consumer = is('recipient_type', 'consumer');

const sellsOrAsks = any(
	isIn('purpose', ['commercial', 'charitable', 'ideal']),
	is('offer_made', 'yes')
);

/** Telemarketing, also when the person called had asked for it. */
export const tmEvenIfRequested = all(
	is('channel', 'phone_human'),
	isNot('initiated_by', 'consumer'),
	sellsOrAsks
);

/** Telemarketing. */
export const tm = all(tmEvenIfRequested, isNot('requested_contact', 'yes'));

/** Selling at the door, in the street or at a stand. A purpose that is not known counts. */
export const field = all(
	isIn('channel', ['door', 'street', 'stand']),
	isNotIn('purpose', ['service', 'research', 'contract_enforcement'])
);

/** Organisations for which the exception for customers goes on after 1 July 2026. */
export const excepted26 = any(
	isIn('org_type', ['charity', 'ideal', 'political', 'lottery_good_cause']),
	all(is('org_type', 'publisher'), publishesThreeTimes)
);

/**
 * An unknown number of issues is unknown, not "fewer than three": it is an exception, and a
 * newspaper is not to look like a likely breach because nobody filled in how often it appears.
 */
function publishesThreeTimes({ facts }: Situation) {
	const issues = facts.publisher_issues_per_year;
	return issues === null ? 'unknown' : truthOf(issues >= 3);
}

/**
 * The last day of the term in which a former customer may be called; null when no end is known. An
 * advice of no months at all is no advice.
 */
export function termEnd({ facts }: Situation): string | null {
	const end = facts.relationship_end_date;
	return end && addMonths(end.day, facts.cbt_term_months || 36);
}

const pastRelations = ['former', 'former_donor', 'volunteer', 'event_participant'] as const;

/** The relation ended, and the contact came after the term that follows. */
export const termIsOver: Clause = all(isIn('customer_status', pastRelations), (situation) => {
	const end = termEnd(situation);
	const contact = situation.facts.contact_at;
	return truthOf(end !== null && contact !== null && contact.day > end);
});

/** Not known to be gambling or travel: art. 6:230h(2) leaves those contracts out. */
export const coveredByContractLaw: Clause = all(
	isNotIn('sector', ['lottery_good_cause', 'lottery_other', 'gambling_online', 'travel']),
	isNotIn('org_type', ['lottery_good_cause', 'lottery_other']),
	isNot('contract_kind', 'lottery')
);

/** Whom the code protects: not known to be anybody else, nor to have a foreign number. */
export const protectedByCode: Clause = all(
	isNot('recipient_type', 'legal_person'),
	isNot('called_number_nl', 'no')
);

/** The day from which the code sets a term for former customers (ctm-customer-3y). */
export const termSince = '2020-06-01';

/** The relation is of a kind the law takes as a ground for this kind of organisation. */
export const groupOk: Clause = any(
	isIn('customer_status', ['current', 'former']),
	all(
		isIn('org_type', ['charity', 'ideal', 'political']),
		isIn('customer_status', ['donor', 'former_donor', 'volunteer', 'event_participant'])
	)
);

/**
 * The exception for customers. The term is not part of it: the law sets none, the code does
 * (ctm-customer-3y).
 */
export const custGround: Clause = all(
	groupOk,
	isNot('number_source', 'third_party'),
	isNot('offer_similar', 'no'),
	isNot('informed_at_collection', 'no'),
	isNot('optout_at_collection', 'no'),
	any(under('R1', 'R2'), excepted26)
);

/** Consent that is recognised, not known to be flawed, and not taken back before the contact. */
export const consentOk: Clause = all(
	is('consent', 'yes'),
	isNot('consent_names_org', 'no'),
	isNot('consent_for_phone', 'no'),
	isNot('consent_active', 'no'),
	({ facts }) => {
		const { consent_withdrawn_at: withdrawn, contact_at: contact } = facts;
		return withdrawn === null ? 'yes' : isAfter(withdrawn, contact);
	}
);

/** A business of one person that published its number for this very purpose. */
export const bizPublic: Clause = all(
	is('recipient_type', 'natural_business'),
	is('number_public_for_marketing', 'yes')
);

/** The person asked for the contact, or made it. */
export const isRequested: Clause = any(
	is('requested_contact', 'yes'),
	is('initiated_by', 'consumer'),
	is('channel', 'inbound_phone')
);

/** Not known to be asked for, nor made by the person. */
export const isUnrequested: Clause = (situation) => truthOf(not(isRequested(situation)) !== 'no');
