import { expect, test } from 'vitest';
import { checkRules } from './check.ts';

const now = new Date('2026-11-21T12:00:00Z');

function outcomes(facts: Record<string, unknown>) {
	const { findings } = checkRules(facts, now);
	return Object.fromEntries(findings.map(({ rule_id, outcome }) => [rule_id, outcome]));
}

const coldCall = {
	channel: 'phone_human',
	contact_at: '2026-03-10T19:00',
	recipient_type: 'consumer',
	purpose: 'commercial',
	org_type: 'commercial',
	customer_status: 'never',
	consent: 'no',
	number_display: 'shown'
};
const formerCustomer = {
	...coldCall,
	customer_status: 'former',
	relationship_end_date: '2024-05-01',
	offer_similar: 'yes'
};
const formerDonor = {
	...formerCustomer,
	contact_at: '2026-07-02T19:00',
	org_type: 'charity',
	customer_status: 'former_donor'
};

/** The worked examples of the catalogue (rules.md, 2.7), by their numbers. */
test.each([
	['1', coldCall, { 'tw-11.7-consent': 'likely' }],
	['2', formerCustomer, {}],
	[
		'3',
		{ ...formerCustomer, contact_at: '2026-07-02T19:00' },
		{ 'tw-11.7-customer-abolished': 'likely' }
	],
	['4', formerDonor, {}],
	[
		'5',
		{ ...formerDonor, relationship_end_date: '2022-05-01' },
		{ 'ctm-customer-3y': 'likely', 'tw-11.7-consent': 'possible' }
	],
	[
		'6',
		{
			...coldCall,
			contact_at: '2026-08-03T19:00',
			org_type: 'publisher',
			publisher_issues_per_year: 2,
			customer_status: 'current'
		},
		{ 'tw-11.7-customer-abolished': 'likely' }
	],
	[
		'10',
		{ ...coldCall, contact_at: '2020-11-02T12:00', bmnr_registered: 'yes' },
		{ 'tw-11.7-bmnr': 'likely' }
	],
	[
		'12',
		{
			...coldCall,
			contact_at: '2026-02-03T12:00',
			initiated_by: 'advertiser',
			sector: 'telecom',
			customer_status: 'current',
			contract: 'yes',
			contract_at: '2026-02-03T12:20',
			contract_kind: 'renewal_or_extension',
			agreement_form: 'oral'
		},
		{}
	],
	[
		'14',
		{
			channel: 'door',
			contact_at: '2026-03-10T15:00',
			recipient_type: 'consumer',
			purpose: 'commercial',
			pressure: ['would_not_leave'],
			agreement_form: 'signature_tablet',
			contract: 'yes',
			contract_value_eur: 240,
			copy_paper_or_agreed_medium: 'no'
		},
		{ 'bw-193i-b-leave': 'likely', 'bw-230m-info': 'likely', 'bw-193h-aggressive': 'likely' }
	],
	[
		'16',
		{
			...coldCall,
			channel: 'inbound_phone',
			initiated_by: 'consumer',
			purpose: 'service',
			offer_made: 'yes',
			recipient_type: 'consumer',
			customer_status: 'current'
		},
		{}
	],
	[
		'18',
		{
			...coldCall,
			contact_at: '2026-01-15T12:00',
			recipient_type: 'natural_business',
			claims: ['price_wrong'],
			pressure: ['threat']
		},
		{ 'tw-11.7-consent': 'likely' }
	],
	[
		'20',
		{ proof_requested_at: '2026-04-27', as_of: '2026-05-06T12:00' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	['20, on the last day', { proof_requested_at: '2026-04-27', as_of: '2026-05-04T23:59' }, {}],
	[
		'20, a minute later',
		{ proof_requested_at: '2026-04-27', as_of: '2026-05-05T00:00' },
		{ 'ctm-proof-5wd': 'likely' }
	]
])('worked example %s', (_number, facts, expected) => {
	expect(outcomes(facts)).toEqual(expected);
});

test('where no rule was broken, what one can always do is still told', () => {
	expect(checkRules(formerCustomer, now).actions).toEqual(['A1']);
	expect(checkRules(formerDonor, now).actions).toEqual(['A1']);
});

test('to withdraw is told where the law lets one, and not of gambling or a journey', () => {
	const contract = { ...coldCall, recipient_type: 'consumer', consent: 'yes', contract: 'yes' };
	const actions = (sector: string) => checkRules({ ...contract, sector }, now).actions;
	expect(actions('telecom')).toContain('A8');
	for (const sector of ['gambling_online', 'lottery_other', 'travel'])
		expect(actions(sector)).not.toContain('A8');
});
