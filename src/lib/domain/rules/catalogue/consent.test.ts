import { expect, test } from 'vitest';
import { call, outcomesOf, type ContactCase } from './contact-cases.ts';

const unwanted = { ...call, consent: 'no' };
const customer = { ...unwanted, customer_status: 'current' };
const donor = {
	...unwanted,
	org_type: 'charity',
	purpose: 'charitable',
	customer_status: 'donor'
};
const r1 = '2021-06-30T12:00';
const bmnr = 'tw-11.7-bmnr';
const consent = 'tw-11.7-consent';

test.each<ContactCase>([
	[
		'before October 2009 there was no register',
		{ ...unwanted, contact_at: '2009-09-30T12:00', bmnr_registered: 'yes' },
		{}
	],
	[
		'the first day of the register',
		{ ...unwanted, contact_at: '2009-10-01T12:00', bmnr_registered: 'yes' },
		{ [bmnr]: 'likely' }
	],
	[
		'the last day of the register',
		{ ...unwanted, contact_at: r1, bmnr_registered: 'yes' },
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
		{ ...unwanted, recipient_type: 'legal_person', contact_at: r1, bmnr_registered: 'yes' },
		{}
	],

	[
		'the first moment of opt-in',
		{ ...unwanted, contact_at: '2021-07-01T00:00:00+02:00' },
		{ [consent]: 'likely', 'ctm-hours': 'possible' }
	],
	[
		'the last hour before it',
		{ ...unwanted, contact_at: '2021-06-30T21:59:59Z' },
		{ 'ctm-hours': 'possible' }
	],
	[
		'consent taken back before the call',
		{ ...call, consent_withdrawn_at: '2026-03-10T14:59' },
		{ [consent]: 'likely' }
	],
	['consent taken back after the call', { ...call, consent_withdrawn_at: '2026-03-10T15:01' }, {}],
	[
		'consent that did not name the organisation',
		{ ...call, consent_names_org: 'no', consent_claimed: 'no' },
		{ [consent]: 'likely' }
	],
	[
		'whether there was consent is not known',
		{ ...unwanted, consent: 'unknown' },
		{ [consent]: 'possible' }
	],
	[
		'neither consent nor relation is known',
		{ ...unwanted, consent: null, customer_status: null },
		{}
	],
	[
		'nor that, but it was not asked for',
		{ ...unwanted, consent: null, customer_status: null, requested_contact: 'no' },
		{ [consent]: 'possible' }
	],
	[
		'nor that, while what is claimed was no act of mine',
		{
			...unwanted,
			consent: null,
			customer_status: null,
			consent_active: 'no',
			consent_claimed: 'no'
		},
		{}
	],
	[
		'the relation alone is not known, while customers may be called',
		{ ...unwanted, customer_status: 'unknown' },
		{ [consent]: 'possible' }
	],
	[
		'a customer with all in order',
		{ ...customer, number_source: 'self_at_purchase', informed_at_collection: 'yes' },
		{}
	],
	[
		'a former customer ten years on: the law sets no term',
		{ ...unwanted, customer_status: 'former' },
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
	['a bv', { ...unwanted, recipient_type: 'legal_person' }, {}],
	[
		'whom it was to is not known',
		{ ...unwanted, recipient_type: 'unknown' },
		{ [consent]: 'possible' }
	],
	[
		'a self-employed person',
		{ ...unwanted, recipient_type: 'natural_business' },
		{ [consent]: 'likely' }
	],
	[
		'one who published the number for this',
		{ ...unwanted, recipient_type: 'natural_business', number_public_for_marketing: 'yes' },
		{}
	],
	[
		'a consumer who published it is a consumer still',
		{ ...unwanted, number_public_for_marketing: 'yes' },
		{ [consent]: 'likely' }
	],
	['a call for research', { ...unwanted, purpose: 'research', offer_made: 'no' }, {}],
	['service without an offer', { ...unwanted, purpose: 'service', offer_made: 'no' }, {}],
	[
		'service that may have held an offer',
		{ ...unwanted, purpose: 'service' },
		{ [consent]: 'possible' }
	],
	['a call that was asked for', { ...unwanted, requested_contact: 'yes' }, {}],
	['a call of the consumer', { ...unwanted, initiated_by: 'consumer' }, {}]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
