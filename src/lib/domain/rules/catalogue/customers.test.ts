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
const r3 = '2026-08-04T12:00';
const consent = 'tw-11.7-consent';
const conditions = 'tw-11.7-customer-conditions';
const abolished = 'tw-11.7-customer-abolished';

test.each<ContactCase>([
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
	['somebody who was never a customer', { ...unwanted, contact_at: r3 }, { [consent]: 'likely' }]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
