import { expect, test } from 'vitest';
import { call, outcomesOf, type ContactCase } from './contact-cases.ts';

const unwanted = { ...call, consent: 'no' };
const r3 = '2026-08-04T12:00';
const service = { ...unwanted, contact_at: r3, purpose: 'service', offer_made: 'yes' };

test.each<ContactCase>([
	[
		'a robot without consent',
		{ ...unwanted, channel: 'phone_automated' },
		{ 'tw-11.7-automated': 'likely' }
	],
	[
		'a robot that calls a bv',
		{ ...unwanted, channel: 'phone_automated', recipient_type: 'legal_person' },
		{ 'tw-11.7-automated': 'likely' }
	],
	['a robot with consent', { ...call, channel: 'phone_automated' }, {}],
	[
		'a robot on the day before the law',
		{ ...unwanted, channel: 'phone_automated', contact_at: '2009-09-30' },
		{}
	],
	['a robot for a service', { ...unwanted, channel: 'phone_automated', purpose: 'service' }, {}],

	['a hidden number', { ...call, number_display: 'hidden' }, { 'tw-caller-id': 'likely' }],
	[
		'a hidden number on the last day without the rule',
		{ ...call, contact_at: '2020-02-29T12:00', number_display: 'hidden' },
		{}
	],
	[
		'and on its first',
		{ ...call, contact_at: '2020-03-01', number_display: 'hidden' },
		{ 'tw-caller-id': 'likely', 'ctm-forbidden-day': 'likely' }
	],
	[
		'a hidden number to a foreign phone',
		{ ...call, number_display: 'hidden', called_number_nl: 'no' },
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
	expect(outcomesOf(facts)).toEqual(expected);
});
