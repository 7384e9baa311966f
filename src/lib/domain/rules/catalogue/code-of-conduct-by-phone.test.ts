import { expect, test } from 'vitest';
import { businessCall, outcomesOf, type ContactCase } from './contact-cases.ts';

const at = (contact_at: string, more: object = {}) => ({ ...businessCall, contact_at, ...more });
const former = {
	...businessCall,
	consent: 'no',
	org_type: 'charity',
	customer_status: 'former_donor'
};
const signed = {
	...businessCall,
	contract: 'yes',
	contract_at: '2026-03-10T19:30',
	contract_kind: 'new_recurring_service',
	agreement_form: 'oral'
};

test.each<ContactCase>([
	[
		'the code does not protect a bv',
		{ ...businessCall, recipient_type: 'legal_person', tradename_at_end: 'no' },
		{}
	],
	[
		'nor who is called on a foreign number',
		{ ...businessCall, called_number_nl: 'no', objection_refused: 'yes' },
		{}
	],

	['three years to the day after a gift', { ...former, relationship_end_date: '2023-03-10' }, {}],
	[
		'and a day later',
		{ ...former, relationship_end_date: '2023-03-09' },
		{ 'ctm-customer-3y': 'likely', 'tw-11.7-consent': 'possible' }
	],
	[
		'which the code does not say of a foreign number',
		{ ...former, called_number_nl: 'no', relationship_end_date: '2023-03-09' },
		{}
	],
	[
		'ended on 29 February',
		{ ...former, contact_at: '2027-03-01T12:00', relationship_end_date: '2024-02-29' },
		{ 'ctm-customer-3y': 'likely', 'tw-11.7-consent': 'possible' }
	],
	[
		'on 28 February three years on',
		{ ...former, contact_at: '2027-02-27T12:00', relationship_end_date: '2024-02-29' },
		{}
	],
	[
		'a longer term that was advised',
		{ ...former, relationship_end_date: '2022-03-10', cbt_term_months: 48 },
		{}
	],
	[
		'no months advised is no term of nothing',
		{ ...former, relationship_end_date: '2025-03-10', cbt_term_months: 0 },
		{}
	],
	[
		'before the term of three years',
		{ ...former, contact_at: '2020-05-29T12:00', relationship_end_date: '2016-01-01' },
		{}
	],

	[
		'four weeks over the change to summer time',
		at('2026-04-07T12:00', { objection_at: '2026-03-10T12:00' }),
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'half a minute later',
		at('2026-04-07T12:00:30', { objection_at: '2026-03-10T12:00:29' }),
		{ 'ctm-object-4w': 'likely' }
	],
	[
		'half a minute before',
		at('2026-04-07T12:00:30', { objection_at: '2026-03-10T12:00:31' }),
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'an objection that was refused',
		{ ...businessCall, objection_refused: 'yes' },
		{ 'ctm-object-in-call': 'likely' }
	],
	[
		'sent to a tape',
		{ ...businessCall, objection_route: 'call', objection_sent_to_ivr: 'yes' },
		{ 'ctm-object-in-call': 'likely' }
	],
	[
		'a tape of one’s own choice',
		{ ...businessCall, objection_route: 'ivr', objection_sent_to_ivr: 'yes' },
		{}
	],
	[
		'the trade name was not told at the end',
		{ ...businessCall, tradename_at_end: 'no' },
		{ 'ctm-name-advertiser': 'likely' }
	],
	[
		'a call of more than five minutes',
		{ ...businessCall, duration_announced: 'no', call_minutes: 6 },
		{ 'ctm-convenient': 'likely' }
	],
	['a call of five minutes', { ...businessCall, duration_announced: 'no', call_minutes: 5 }, {}],
	[
		'went on after stop',
		{ ...businessCall, consumer_wanted_to_stop: 'yes', call_ended_at_request: 'no' },
		{ 'ctm-end-call': 'likely' }
	],
	['a voicemail', { ...businessCall, channel: 'voicemail' }, { 'ctm-voicemail': 'likely' }],
	[
		'a voicemail about a service',
		{ ...businessCall, channel: 'voicemail', purpose: 'service' },
		{}
	],
	[
		'a child of fifteen',
		{ ...businessCall, offer_made: 'yes', consumer_age: 15 },
		{ 'ctm-minor': 'likely' }
	],
	[
		'of sixteen, under the code of 2012',
		at('2020-02-28T12:00', { offer_made: 'yes', consumer_age: 16 }),
		{ 'ctm-minor': 'possible' }
	],
	['of sixteen, later', at('2020-03-02T12:00', { offer_made: 'yes', consumer_age: 16 }), {}],

	['no time to read the offer', signed, { 'ctm-cooling-off': 'likely' }],
	['of 49.99 euros', { ...signed, contract_value_eur: 49.99 }, {}],
	['of 50 euros', { ...signed, contract_value_eur: 50 }, { 'ctm-cooling-off': 'likely' }],
	[
		'how it was agreed is not known',
		{ ...signed, agreement_form: 'unknown' },
		{ 'ctm-cooling-off': 'possible' }
	],
	[
		'called before the code asked for it, agreed after',
		{ ...signed, contact_at: '2024-10-14T19:00', contract_at: '2024-10-15T10:00' },
		{ 'ctm-cooling-off': 'likely' }
	],
	[
		'agreed before the code asked for it',
		{ ...signed, contact_at: '2024-10-14T19:00', contract_at: '2024-10-14T19:30' },
		{}
	],
	['signed later', { ...signed, agreement_form: 'signature_after_call' }, {}],
	['a contract that was renewed', { ...signed, contract_kind: 'renewal_or_extension' }, {}],
	[
		'a consumer has the law for it',
		{ ...signed, recipient_type: 'consumer' },
		{ 'bw-230v6-written': 'likely' }
	],

	[
		'an agency called',
		{ ...businessCall, number_display: 'hidden', intermediary: 'yes' },
		{ 'tw-caller-id': 'likely', 'chain-responsibility': 'likely' }
	],
	[
		'it is not known to be an agency',
		{ ...businessCall, number_display: 'hidden' },
		{ 'tw-caller-id': 'likely' }
	]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
