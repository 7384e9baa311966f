import { expect, test } from 'vitest';
import { checkRules } from '../check.ts';

const now = new Date('2026-11-21T12:00:00Z');

/** A sales call on a Tuesday evening to somebody who gave no consent. */
const call = {
	channel: 'phone_human',
	contact_at: '2026-03-10T19:00',
	initiated_by: 'advertiser',
	recipient_type: 'consumer',
	purpose: 'commercial',
	org_type: 'commercial',
	consent: 'no',
	customer_status: 'never'
};
/** The same to who did give consent, so that only what a case adds can be wrong. */
const wanted = { ...call, consent: 'yes' };
const customer = { ...call, customer_status: 'current' };
const donor = { ...call, org_type: 'charity', purpose: 'charitable', customer_status: 'donor' };
const r1 = '2021-06-30T12:00';
const r3 = '2026-08-04T12:00';
const claimed = { ...wanted, consent_claimed: 'yes' };
const service = { ...call, contact_at: r3, purpose: 'service', offer_made: 'yes' };
const objected = { ...wanted, objection_at: '2026-03-09T12:00' };

const [bmnr, consent, conditions, abolished] = [
	'tw-11.7-bmnr',
	'tw-11.7-consent',
	'tw-11.7-customer-conditions',
	'tw-11.7-customer-abolished'
];

test.each<[meaning: string, facts: object, expected: Record<string, string>]>([
	[
		'before October 2009 there was no register',
		{ ...call, contact_at: '2009-09-30T12:00', bmnr_registered: 'yes' },
		{}
	],
	[
		'the first day of the register',
		{ ...call, contact_at: '2009-10-01T12:00', bmnr_registered: 'yes' },
		{ [bmnr]: 'likely' }
	],
	[
		'the last day of the register',
		{ ...call, contact_at: r1, bmnr_registered: 'yes' },
		{ [bmnr]: 'likely' }
	],
	[
		'a donor of then may be called for the like',
		{ ...donor, contact_at: r1, bmnr_registered: 'yes' },
		{}
	],
	[
		'but not for something else',
		{ ...customer, contact_at: r1, bmnr_registered: 'yes', offer_similar: 'no' },
		{ [bmnr]: 'likely' }
	],
	[
		'a volunteer is no customer or donor to the register',
		{ ...donor, customer_status: 'volunteer', contact_at: r1, bmnr_registered: 'yes' },
		{ [bmnr]: 'likely' }
	],
	[
		'a bv was not protected by the register',
		{ ...call, recipient_type: 'legal_person', contact_at: r1, bmnr_registered: 'yes' },
		{}
	],

	[
		'the first moment of opt-in',
		{ ...call, contact_at: '2021-07-01T00:00:00+02:00' },
		{ [consent]: 'likely', 'ctm-hours': 'possible' }
	],
	[
		'the last hour before it',
		{ ...call, contact_at: '2021-06-30T21:59:59Z' },
		{ 'ctm-hours': 'possible' }
	],
	[
		'consent taken back before the call',
		{ ...wanted, consent_withdrawn_at: '2026-03-10T18:59' },
		{ [consent]: 'likely' }
	],
	[
		'consent taken back after the call',
		{ ...wanted, consent_withdrawn_at: '2026-03-10T19:01' },
		{}
	],
	[
		'consent that did not name the organisation',
		{ ...wanted, consent_names_org: 'no', consent_claimed: 'no' },
		{ [consent]: 'likely' }
	],
	[
		'whether there was consent is not known',
		{ ...call, consent: 'unknown' },
		{ [consent]: 'possible' }
	],
	['neither consent nor relation is known', { ...call, consent: null, customer_status: null }, {}],
	[
		'nor that, but it was not asked for',
		{ ...call, consent: null, customer_status: null, requested_contact: 'no' },
		{ [consent]: 'possible' }
	],
	[
		'nor that, while what is claimed was no act of mine',
		{ ...call, consent: null, customer_status: null, consent_active: 'no', consent_claimed: 'no' },
		{}
	],
	[
		'the relation alone is not known, while customers may be called',
		{ ...call, customer_status: 'unknown' },
		{ [consent]: 'possible' }
	],
	[
		'a customer with all in order',
		{ ...customer, number_source: 'self_at_purchase', informed_at_collection: 'yes' },
		{}
	],
	[
		'a former customer ten years on: the law sets no term',
		{ ...call, customer_status: 'former' },
		{}
	],
	[
		'a donor of a company is no customer',
		{ ...donor, org_type: 'commercial', purpose: 'commercial' },
		{ [consent]: 'likely' }
	],
	[
		'who once took part in a manifestation of a charity',
		{ ...donor, customer_status: 'event_participant' },
		{}
	],
	['who never gave to a charity', { ...donor, customer_status: 'never' }, { [consent]: 'likely' }],
	['a bv', { ...call, recipient_type: 'legal_person' }, {}],
	[
		'whom it was to is not known',
		{ ...call, recipient_type: 'unknown' },
		{ [consent]: 'possible' }
	],
	[
		'a self-employed person',
		{ ...call, recipient_type: 'natural_business' },
		{ [consent]: 'likely' }
	],
	[
		'one who published the number for this',
		{ ...call, recipient_type: 'natural_business', number_public_for_marketing: 'yes' },
		{}
	],
	[
		'a consumer who published it is a consumer still',
		{ ...call, number_public_for_marketing: 'yes' },
		{ [consent]: 'likely' }
	],
	['a call for research', { ...call, purpose: 'research', offer_made: 'no' }, {}],
	['service without an offer', { ...call, purpose: 'service', offer_made: 'no' }, {}],
	[
		'service that may have held an offer',
		{ ...call, purpose: 'service' },
		{ [consent]: 'possible' }
	],
	['a call that was asked for', { ...call, requested_contact: 'yes' }, {}],
	['a call of the consumer', { ...call, initiated_by: 'consumer' }, {}],

	[
		'the number came from another',
		{ ...customer, number_source: 'third_party' },
		{ [conditions]: 'likely' }
	],
	[
		'the offer was of another kind',
		{ ...customer, offer_similar: 'no' },
		{ [conditions]: 'likely' }
	],
	[
		'nobody told it when the number was asked',
		{ ...customer, informed_at_collection: 'no' },
		{ [conditions]: 'likely' }
	],
	[
		'nobody could refuse it then',
		{ ...customer, optout_at_collection: 'no' },
		{ [conditions]: 'likely' }
	],
	[
		'and whether there was consent is not known',
		{ ...customer, consent: 'unknown', optout_at_collection: 'no' },
		{ [conditions]: 'possible' }
	],
	[
		'with consent it does not matter',
		{ ...customer, consent: 'yes', number_source: 'third_party' },
		{}
	],
	[
		'after 2026 still for charities',
		{ ...donor, contact_at: r3, number_source: 'third_party' },
		{ [conditions]: 'likely' }
	],
	[
		'no longer for others',
		{ ...customer, contact_at: r3, number_source: 'third_party' },
		{ [abolished]: 'likely' }
	],

	['customers of a company after 2026', { ...customer, contact_at: r3 }, { [abolished]: 'likely' }],
	['with consent', { ...customer, contact_at: r3, consent: 'yes' }, {}],
	[
		'with consent not known',
		{ ...customer, contact_at: r3, consent: 'unknown' },
		{ [abolished]: 'possible' }
	],
	[
		'customers of a newspaper',
		{ ...customer, contact_at: r3, org_type: 'publisher', publisher_issues_per_year: 3 },
		{}
	],
	[
		'of a publisher of whom it is not known how often',
		{ ...customer, contact_at: r3, org_type: 'publisher' },
		{ [abolished]: 'possible' }
	],
	[
		'customers of a lottery for good causes',
		{ ...customer, contact_at: r3, org_type: 'lottery_good_cause' },
		{}
	],
	[
		'customers of another lottery',
		{ ...customer, contact_at: r3, org_type: 'lottery_other' },
		{ [abolished]: 'likely' }
	],
	['members of a party', { ...customer, contact_at: r3, org_type: 'political' }, {}],
	[
		'a self-employed customer who published the number',
		{
			...customer,
			contact_at: r3,
			recipient_type: 'natural_business',
			number_public_for_marketing: 'yes'
		},
		{}
	],
	['somebody who was never a customer', { ...call, contact_at: r3 }, { [consent]: 'likely' }],

	[
		'consent in a ticked box',
		{ ...claimed, consent_active: 'no' },
		{ 'tw-11.7-consent-valid': 'likely', [consent]: 'likely' }
	],
	[
		'consent bundled with other things',
		{ ...claimed, consent_separate: 'no' },
		{ 'tw-11.7-consent-valid': 'likely', 'ctm-consent-quality': 'likely' }
	],
	[
		'the same, if consent was spoken of',
		{ ...claimed, consent_claimed: 'unknown', consent_separate: 'no' },
		{ 'tw-11.7-consent-valid': 'possible', 'ctm-consent-quality': 'possible' }
	],
	['that consent was spoken of is nothing wrong', claimed, {}],

	[
		'not verified, a day before the warning',
		{ ...claimed, contact_at: '2022-06-28T12:00', consent_verified: 'no' },
		{}
	],
	[
		'not verified, from the warning',
		{ ...claimed, contact_at: '2022-06-29T12:00', consent_verified: 'no' },
		{ 'acm-consent-verified': 'likely' }
	],
	[
		'the check was a sales call itself',
		{ ...claimed, consent_verified: 'yes', verification_call_had_offer: 'yes' },
		{ 'acm-consent-verified': 'likely' }
	],

	[
		'a robot without consent',
		{ ...call, channel: 'phone_automated' },
		{ 'tw-11.7-automated': 'likely' }
	],
	[
		'a robot that calls a bv',
		{ ...call, channel: 'phone_automated', recipient_type: 'legal_person' },
		{ 'tw-11.7-automated': 'likely' }
	],
	['a robot with consent', { ...wanted, channel: 'phone_automated' }, {}],
	[
		'a robot on the day before the law',
		{ ...call, channel: 'phone_automated', contact_at: '2009-09-30' },
		{}
	],
	['a robot for a service', { ...call, channel: 'phone_automated', purpose: 'service' }, {}],

	[
		'objecting was not offered',
		{ ...wanted, objection_offered: 'no', call_minutes: 1 },
		{ 'tw-11.7-object-offer': 'likely' }
	],
	['in a call of seconds', { ...wanted, objection_offered: 'no', call_minutes: 0 }, {}],
	[
		'in 2009 already',
		{ ...wanted, contact_at: '2009-10-01T12:00', objection_offered: 'no', call_minutes: 5 },
		{ 'tw-11.7-object-offer': 'likely' }
	],

	[
		'a call the day after an objection, with consent of before',
		{ ...objected, consent_at: '2026-01-01' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	['consent of after the objection', { ...objected, consent_at: '2026-03-09T12:01' }, {}],
	['an objection after the call', { ...objected, objection_at: '2026-03-10T19:01' }, {}],
	[
		'before the regulation of 2018',
		{ ...objected, contact_at: '2018-05-24T12:00', objection_at: '2018-05-20' },
		{}
	],
	[
		'on its first day',
		{ ...objected, contact_at: '2018-05-25T12:00', objection_at: '2018-05-20' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'at the door, with how the objection was made',
		{ ...objected, channel: 'door', objection_route: 'mail' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	['at the door, without it', { ...objected, channel: 'door' }, {}],
	[
		'a charity is bound by an objection too',
		{ ...donor, objection_at: '2026-03-01' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'more than four weeks on the code says it',
		{ ...objected, objection_at: '2026-02-10T18:59' },
		{ 'ctm-object-4w': 'likely' }
	],
	[
		'four weeks to the minute',
		{ ...objected, objection_at: '2026-02-10T19:00' },
		{ 'tw-avg-object-honour': 'likely' }
	],

	['a hidden number', { ...wanted, number_display: 'hidden' }, { 'tw-caller-id': 'likely' }],
	[
		'a hidden number on the last day without the rule',
		{ ...wanted, contact_at: '2020-02-29T12:00', number_display: 'hidden' },
		{}
	],
	[
		'and on its first',
		{ ...wanted, contact_at: '2020-03-01', number_display: 'hidden' },
		{ 'tw-caller-id': 'likely', 'ctm-forbidden-day': 'likely' }
	],
	[
		'a hidden number to a foreign phone',
		{ ...wanted, number_display: 'hidden', called_number_nl: 'no' },
		{}
	],

	[
		'an offer in a service call hides what follows from it',
		{ ...service, customer_status: 'current' },
		{ 'tw-service-call-offer': 'likely', 'bw-193d-omission': 'possible' }
	],
	[
		'in the last month before it was allowed for customers',
		{ ...service, customer_status: 'current', contact_at: '2026-06-30T12:00' },
		{ 'bw-193d-omission': 'possible' }
	],
	[
		'by a charity',
		{ ...service, org_type: 'charity', customer_status: 'current' },
		{ 'bw-193d-omission': 'possible' }
	],
	[
		'to a self-employed person',
		{ ...service, recipient_type: 'natural_business', customer_status: 'never' },
		{ 'tw-service-call-offer': 'likely' }
	],
	[
		'when the consumer called',
		{ ...service, channel: 'inbound_phone', initiated_by: 'consumer' },
		{}
	]
])('%s', (_meaning, facts, expected) => {
	const { findings } = checkRules(facts, now);
	expect(Object.fromEntries(findings.map((found) => [found.rule_id, found.outcome]))).toEqual(
		expected
	);
});
