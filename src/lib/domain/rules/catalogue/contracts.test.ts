import { expect, test } from 'vitest';
import { call, visit, outcomesOf, type ContactCase } from './contact-cases.ts';

const sold = { ...call, contract: 'yes', contract_kind: 'new_energy', agreement_form: 'oral' };
const identity = 'bw-230v6-identity';
const written = 'bw-230v6-written';
const info = 'bw-230m-info';
const omission = 'bw-193d-omission';

test.each<ContactCase>([
	[
		'source: a month is over',
		{ source_requested_at: '2026-01-31', as_of: '2026-03-01' },
		{ 'avg-source': 'likely' }
	],
	[
		'source: the month ends with February',
		{ source_requested_at: '2026-01-31', as_of: '2026-02-28T23:59' },
		{}
	],
	[
		'source: answered late',
		{ source_requested_at: '2026-03-15', source_answered_at: '2026-04-16' },
		{ 'avg-source': 'likely' }
	],
	[
		'source: answered on the last day',
		{ source_requested_at: '2026-03-15', source_answered_at: '2026-04-15T23:59' },
		{}
	],
	[
		'source: the seller would not tell',
		{ ...visit, source_refused_in_contact: 'yes' },
		{ 'avg-source': 'possible' }
	],
	['source: asked before the regulation', { source_requested_at: '2018-05-24' }, {}],

	['the name came late', { ...call, advertiser_named: 'later' }, { [identity]: 'likely' }],
	[
		'on the day before the law',
		{ ...call, contact_at: '2014-06-12T15:00', advertiser_named: 'later' },
		{ 'ctm-name-advertiser': 'likely' }
	],
	[
		'the reason never came',
		{ ...call, purpose_stated: 'never' },
		{ [identity]: 'likely', [omission]: 'likely' }
	],
	[
		'for a lottery the code remains',
		{ ...call, org_type: 'lottery_other', advertiser_named: 'later' },
		{ 'ctm-name-advertiser': 'likely' }
	],
	[
		'for a charity too',
		{ ...call, org_type: 'charity', purpose: 'charitable', advertiser_named: 'later' },
		{ 'ctm-name-advertiser': 'likely' }
	],

	['only a spoken yes', sold, { [written]: 'likely' }],
	[
		'the seller says there is a contract',
		{ ...sold, contract: 'claimed_by_seller' },
		{ [written]: 'likely' }
	],
	[
		'a power of attorney',
		{ ...sold, agreement_form: 'power_of_attorney' },
		{ [written]: 'possible' }
	],
	[
		'how it was agreed is not known',
		{ ...sold, agreement_form: 'unknown' },
		{ [written]: 'possible' }
	],
	['signed afterwards', { ...sold, agreement_form: 'signature_after_call' }, {}],
	['by e-mail afterwards', { ...sold, agreement_form: 'email_after_call' }, {}],
	['something that is sent once', { ...sold, contract_kind: 'goods' }, {}],
	['the consumer called', { ...sold, initiated_by: 'consumer' }, {}],
	['a self-employed person has no such law', { ...sold, recipient_type: 'natural_business' }, {}],
	['the last day before that law', { ...sold, contact_at: '2014-06-12T15:00' }, {}],
	['its first', { ...sold, contact_at: '2014-06-13T15:00' }, { [written]: 'likely' }],

	[
		'no copy at the door',
		{ ...visit, contract: 'yes', copy_paper_or_agreed_medium: 'no' },
		{ [info]: 'likely' }
	],
	[
		'in the street',
		{ ...visit, channel: 'street', contract: 'yes', withdrawal_info: 'no' },
		{ [info]: 'likely' }
	],
	[
		'for 50 euros',
		{ ...visit, contract: 'yes', withdrawal_info: 'no', contract_value_eur: 50 },
		{}
	],
	[
		'for 50 euros by phone',
		{ ...call, contract: 'yes', withdrawal_info: 'no', contract_value_eur: 50 },
		{ [info]: 'likely' }
	],
	['no copy of a phone call', { ...call, contract: 'yes', copy_paper_or_agreed_medium: 'no' }, {}]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
