import { expect, test } from 'vitest';
import { checkRules } from '../check.ts';

const now = new Date('2026-11-21T12:00:00Z');

/** A sales call, and a visit, on a Tuesday to a consumer who gave consent: nothing is wrong. */
const call = {
	channel: 'phone_human',
	contact_at: '2026-03-10T15:00',
	initiated_by: 'advertiser',
	recipient_type: 'consumer',
	purpose: 'commercial',
	org_type: 'commercial',
	sector: 'telecom',
	consent: 'yes'
};
const visit = { ...call, channel: 'door' };
const at = (contact_at: string, more: object = {}) => ({ ...visit, contact_at, ...more });
const sold = { ...call, contract: 'yes', contract_kind: 'new_energy', agreement_form: 'oral' };
const refused = {
	...visit,
	contract: 'yes',
	contract_at: '2026-03-10T15:00',
	contract_kind: 'new_energy',
	withdrawal_refused: 'yes'
};
const [identity, written, info, withdrawal, omission] = [
	'bw-230v6-identity',
	'bw-230v6-written',
	'bw-230m-info',
	'bw-230o-withdrawal',
	'bw-193d-omission'
];
const [hours, sticker, identify, group] = [
	'cfm-hours-days',
	'cfm-sticker',
	'cfm-identify',
	'cfm-group-minor'
];
const energy = {
	...visit,
	sector: 'energy',
	contract_at: '2026-03-10T16:00',
	agreement_form: 'signature_tablet'
};

test.each<[meaning: string, facts: object, expected: Record<string, string>]>([
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
	['no copy of a phone call', { ...call, contract: 'yes', copy_paper_or_agreed_medium: 'no' }, {}],

	[
		'withdrew on the fourteenth day',
		{ ...refused, withdrawal_sent_at: '2026-03-24T23:59' },
		{ [withdrawal]: 'likely' }
	],
	['on the fifteenth', { ...refused, withdrawal_sent_at: '2026-03-25' }, {}],
	[
		'on the fifteenth, for goods that may have come later',
		{ ...refused, contract_kind: 'goods', withdrawal_sent_at: '2026-03-25' },
		{ [withdrawal]: 'possible' }
	],
	[
		'the fourteenth was a Saturday: Monday is in time',
		{
			...refused,
			contact_at: '2026-03-14T15:00',
			contract_at: '2026-03-14T15:00',
			withdrawal_sent_at: '2026-03-30T23:59'
		},
		{ [withdrawal]: 'likely' }
	],
	[
		'and Tuesday is not',
		{
			...refused,
			contact_at: '2026-03-14T15:00',
			contract_at: '2026-03-14T15:00',
			withdrawal_sent_at: '2026-03-31'
		},
		{}
	],
	[
		'the fourteenth was Easter Monday',
		{
			...refused,
			contact_at: '2026-03-23T15:00',
			contract_at: '2026-03-23T15:00',
			withdrawal_sent_at: '2026-04-07'
		},
		{ [withdrawal]: 'likely' }
	],
	[
		'a year more when nobody told it',
		{
			...refused,
			withdrawal_info: 'no',
			contract_value_eur: 240,
			withdrawal_sent_at: '2027-03-24'
		},
		{ [withdrawal]: 'likely', [info]: 'likely' }
	],
	[
		'and not a day more',
		{ ...refused, withdrawal_info: 'no', withdrawal_sent_at: '2027-03-25' },
		{ [info]: 'likely' }
	],
	[
		'thirty days for a life insurance',
		{ ...refused, contract_kind: 'life_insurance', withdrawal_sent_at: '2026-04-09' },
		{ [withdrawal]: 'likely' }
	],
	[
		'over the change to summer time, told in UTC',
		{ ...refused, withdrawal_sent_at: '2026-03-24T22:59:59Z' },
		{ [withdrawal]: 'likely' }
	],
	['a second later', { ...refused, withdrawal_sent_at: '2026-03-24T23:00:00Z' }, {}],
	['a lottery', { ...refused, contract_kind: 'lottery', withdrawal_sent_at: '2026-03-12' }, {}],
	[
		'for 50 euros at the door',
		{ ...refused, contract_value_eur: 50, withdrawal_sent_at: '2026-03-12' },
		{}
	],
	[
		'for 50 euros by phone',
		{
			...refused,
			channel: 'phone_human',
			agreement_form: 'signature_after_call',
			contract_value_eur: 50,
			withdrawal_sent_at: '2026-03-12'
		},
		{ [withdrawal]: 'likely' }
	],
	[
		'in time, but whether there is a contract is not known',
		{ ...refused, contract: 'unknown', withdrawal_sent_at: '2026-03-12' },
		{ [withdrawal]: 'possible' }
	],
	['there is no contract', { ...refused, contract: 'no', withdrawal_sent_at: '2026-03-12' }, {}],
	[
		'nobody refused',
		{ ...refused, withdrawal_refused: 'no', withdrawal_sent_at: '2026-03-12' },
		{}
	],
	[
		'paid before the end at the door',
		{ ...visit, contract: 'yes', paid_before_withdrawal_end: 'yes' },
		{ [withdrawal]: 'likely' }
	],

	[
		'a survey that was a sale',
		{ ...visit, claims: ['posed_as_survey'] },
		{ 'bw-193-blacklist': 'likely', [omission]: 'likely' }
	],
	[
		'a loan at the door',
		{ ...visit, contract_kind: 'credit' },
		{ 'bw-credit-means-door': 'likely' }
	],
	['a loan in the street', { ...visit, channel: 'street', contract_kind: 'credit' }, {}],
	[
		'a loan somebody asked to come for',
		{ ...visit, contract_kind: 'credit', requested_contact: 'yes' },
		{}
	],
	[
		'more than who is vulnerable can pay',
		{ ...visit, vulnerable: 'yes', contract: 'yes', pressure: ['vulnerable_exploited'] },
		{ 'bw-credit-means-door': 'likely', 'bw-193h-aggressive': 'likely' }
	],
	['a wrong price', { ...visit, claims: ['price_wrong'] }, { 'bw-193c-misleading': 'likely' }],
	['my job depends on it', { ...visit, pressure: ['guilt'] }, { 'bw-193-blacklist': 'likely' }],
	['five calls in a week', { ...call, attempts_7d: 5 }, { 'bw-193i-c-persistent': 'likely' }],
	['four', { ...call, attempts_7d: 4 }, {}],
	[
		'two after an objection',
		{ ...call, attempts_7d: 2, objection_at: '2026-03-01' },
		{ 'bw-193i-c-persistent': 'likely', 'tw-avg-object-honour': 'likely' }
	],
	['five calls about a bill', { ...call, purpose: 'contract_enforcement', attempts_7d: 5 }, {}],
	[
		'no, and on it went',
		{
			...call,
			consumer_wanted_to_stop: 'yes',
			call_ended_at_request: 'no',
			pressure: ['no_ignored']
		},
		{ 'bw-193i-c-persistent': 'likely' }
	],
	['a foot in the door', { ...visit, pressure: ['foot_in_door'] }, { 'bw-193i-b-leave': 'likely' }],
	[
		'followed in the street',
		{ ...visit, channel: 'street', pressure: ['followed'] },
		{ 'bw-193h-aggressive': 'likely' }
	],
	[
		'decide now, and threats',
		{ ...call, pressure: ['decide_now', 'threat'] },
		{ 'bw-193h-aggressive': 'likely' }
	],

	['nine in the evening at the door', at('2022-03-08T21:00'), { [hours]: 'likely' }],
	['a minute before', at('2022-03-08T20:59'), {}],
	['the last evening of the code of 2016', at('2023-07-31T21:00'), { [hours]: 'likely' }],
	['the first of the next, its hours assumed', at('2023-08-01T21:00'), { [hours]: 'possible' }],
	['before there was a code', at('2015-12-31T23:00'), {}],
	['New Year’s Day, its first', at('2016-01-01T12:00'), { [hours]: 'likely' }],
	['a Saturday at eight', at('2022-03-12T20:00'), { [hours]: 'likely' }],
	['Ascension Day', at('2026-05-14T12:00'), { [hours]: 'likely' }],
	['King’s Day', at('2026-04-27T12:00'), { [hours]: 'possible' }],
	['Saint Nicholas at seven', at('2022-12-05T19:00'), { [hours]: 'likely' }],
	['by appointment', at('2022-03-08T22:00', { requested_contact: 'yes' }), {}],
	['in the street there are no hours', at('2022-03-08T22:00', { channel: 'street' }), {}],
	['a self-employed person', at('2022-03-08T22:00', { recipient_type: 'natural_business' }), {}],
	['a visit of the water company', at('2022-03-08T22:00', { purpose: 'service' }), {}],

	['a sticker', { ...visit, sticker: 'yes' }, { [sticker]: 'likely' }],
	['a sticker that was seen and heeded', { ...visit, sticker: 'yes', sticker_ignored: 'no' }, {}],
	[
		'told before not to come',
		{ ...visit, told_not_to_return: 'yes' },
		{ [sticker]: 'likely', 'bw-193i-b-leave': 'likely' }
	],
	['clothing was enough', at('2023-07-31T15:00', { badge: 'no', branded_clothing: 'yes' }), {}],
	[
		'neither was not',
		at('2023-07-31T15:00', { badge: 'no', branded_clothing: 'no' }),
		{ [identify]: 'likely' }
	],
	[
		'later both were needed',
		at('2023-08-01T15:00', { branded_clothing: 'no' }),
		{ [identify]: 'likely' }
	],
	[
		'nobody asked whether it suited',
		at('2023-08-01T15:00', { asked_convenient: 'no' }),
		{ [identify]: 'likely' }
	],
	['nor did they have to before', at('2023-07-31T15:00', { asked_convenient: 'no' }), {}],
	[
		'an agency that does not say so',
		{ ...visit, intermediary: 'yes', caller_org_named: 'no' },
		{ [identify]: 'likely', 'chain-responsibility': 'likely' }
	],
	['three at the door', { ...visit, marketers_count: 3 }, { [group]: 'likely' }],
	['two', { ...visit, marketers_count: 2 }, {}],
	['a child of fifteen', { ...visit, channel: 'stand', consumer_age: 15 }, { [group]: 'likely' }],
	['somebody of eighteen', { ...visit, consumer_age: 18 }, {}],

	['signed within the hour', energy, { 'energy-standard': 'likely' }],
	['an hour and a minute later', { ...energy, contract_at: '2026-03-10T16:01' }, {}],
	[
		'before the standard',
		{ ...energy, contact_at: '2023-12-29T15:00', contract_at: '2023-12-29T15:30' },
		{}
	],
	[
		'on its first working day',
		{ ...energy, contact_at: '2024-01-02T15:00', contract_at: '2024-01-02T15:30' },
		{ 'energy-standard': 'likely' }
	],
	['when the consumer asked the seller in', { ...energy, initiated_by: 'consumer' }, {}],
	['in another sector', { ...energy, sector: 'telecom' }, {}]
])('%s', (_meaning, facts, expected) => {
	const { findings } = checkRules(facts, now);
	expect(Object.fromEntries(findings.map((found) => [found.rule_id, found.outcome]))).toEqual(
		expected
	);
});
