import { expect, test } from 'vitest';
import { assess, emptyTables } from './assess.ts';
import { checkRules } from './check.ts';
import { parseFacts } from './facts.ts';

const now = new Date('2026-11-21T12:00:00Z');

const call = {
	channel: 'phone_human',
	contact_at: '2026-03-10T19:00',
	recipient_type: 'consumer',
	initiated_by: 'advertiser',
	purpose: 'commercial',
	org_type: 'commercial'
};
const visit = { ...call, channel: 'door', contact_at: '2026-03-10T15:00' };

function findingOf(rule_id: string, facts: Record<string, unknown>) {
	return checkRules(facts, now).findings.find((finding) => finding.rule_id === rule_id);
}

test.each([
	// A call-back on the last day of the six months counts, whether or not its hour is known.
	['ctm-number-6m', { callback_result: 'not_in_use', callback_at: '2026-09-10' }, 'likely'],
	['ctm-number-6m', { callback_result: 'not_in_use', callback_at: '2026-09-10T19:00' }, 'likely'],
	['ctm-number-6m', { callback_result: 'not_in_use', callback_at: '2026-09-10T19:01' }, undefined],
	['ctm-number-6m', { callback_result: 'not_in_use', callback_at: '2026-09-11' }, undefined],
	// Signed on the same day without an hour: perhaps on the spot.
	[
		'energy-standard',
		{ sector: 'energy', agreement_form: 'oral', contract_at: '2026-03-10' },
		'possible'
	],
	[
		'energy-standard',
		{ sector: 'energy', agreement_form: 'oral', contract_at: '2026-03-10T20:00' },
		'likely'
	],
	[
		'energy-standard',
		{ sector: 'energy', agreement_form: 'oral', contract_at: '2026-03-10T20:01' },
		undefined
	],
	// The law and the codes change at midnight, Dutch time.
	[
		'tw-11.7-bmnr',
		{ contact_at: '2021-06-30T23:59', bmnr_registered: 'yes', customer_status: 'never' },
		'likely'
	],
	['tw-11.7-bmnr', { contact_at: '2021-06-30T23:59', bmnr_registered: 'yes' }, 'possible'],
	['tw-11.7-bmnr', { contact_at: '2021-07-01T00:00', bmnr_registered: 'yes' }, undefined],
	[
		'tw-11.7-consent',
		{ contact_at: '2021-06-30T23:59', consent: 'no', customer_status: 'never' },
		undefined
	],
	[
		'tw-11.7-consent',
		{ contact_at: '2021-06-30T22:00:00Z', consent: 'no', customer_status: 'never' },
		'likely'
	],
	[
		'tw-11.7-customer-abolished',
		{ contact_at: '2026-06-30T23:59', consent: 'no', customer_status: 'current' },
		undefined
	],
	[
		'tw-11.7-customer-abolished',
		{ contact_at: '2026-07-01T00:00', consent: 'no', customer_status: 'current' },
		'likely'
	],
	// An organisation of unknown kind is treated as commercial, but only possibly.
	[
		'tw-11.7-customer-abolished',
		{
			contact_at: '2026-07-01T12:00',
			consent: 'no',
			customer_status: 'current',
			org_type: 'unknown'
		},
		'possible'
	],
	// The special case of rule 2.
	['tw-11.7-consent', { customer_status: 'never' }, 'possible'],
	['tw-11.7-consent', { requested_contact: 'no' }, 'possible'],
	['tw-11.7-consent', {}, undefined],
	[
		'tw-11.7-consent',
		{ consent: 'no', customer_status: 'never', requested_contact: 'yes' },
		undefined
	],
	// Hours that nobody compared with the code are possible; those of 2012 were seen.
	['ctm-hours', { contact_at: '2019-03-12T22:00' }, 'likely'],
	['ctm-hours', { contact_at: '2019-03-12T21:59' }, undefined],
	['ctm-hours', { contact_at: '2026-03-10T22:00' }, 'possible'],
	['ctm-hours', { contact_at: '2026-05-04T18:45' }, 'possible'],
	['ctm-hours', { contact_at: '2026-07-05T12:00' }, undefined],
	['ctm-forbidden-day', { contact_at: '2026-07-05T12:00' }, 'likely'],
	['ctm-forbidden-day', { contact_at: '2026-07-05' }, 'likely'],
	['ctm-forbidden-day', { contact_at: '2026-04-06T11:00' }, 'likely'],
	['ctm-forbidden-day', { contact_at: '2026-04-27T11:00' }, 'possible'],
	// Just before midnight in Amsterdam it is Saturday, just after it is Sunday.
	['ctm-forbidden-day', { contact_at: '2026-07-04T21:59:00Z' }, undefined],
	['ctm-forbidden-day', { contact_at: '2026-07-04T22:00:00Z' }, 'likely'],
	// Four weeks after an objection, also when summer time began in between.
	[
		'ctm-object-4w',
		{ objection_at: '2026-03-10T12:00', contact_at: '2026-04-07T12:00' },
		undefined
	],
	['ctm-object-4w', { objection_at: '2026-03-10T12:00', contact_at: '2026-04-07T12:01' }, 'likely'],
	[
		'ctm-object-4w',
		{
			objection_at: '2026-03-10T12:00',
			consent_at: '2026-03-20',
			contact_at: '2026-05-07T12:01'
		},
		undefined
	],
	[
		'ctm-object-4w',
		{
			objection_at: '2026-03-10T12:00',
			contact_at: '2026-05-07T12:01',
			requested_contact: 'yes'
		},
		'likely'
	],
	// The three years after a relation, to the day.
	[
		'ctm-customer-3y',
		{ customer_status: 'former', consent: 'no', relationship_end_date: '2023-03-10' },
		undefined
	],
	[
		'ctm-customer-3y',
		{ customer_status: 'former', consent: 'no', relationship_end_date: '2023-03-09' },
		'likely'
	],
	[
		'ctm-customer-3y',
		{
			customer_status: 'former',
			consent: 'no',
			relationship_end_date: '2023-03-09',
			cbt_term_months: 48
		},
		undefined
	],
	['tw-11.7-object-offer', { objection_offered: 'no' }, undefined],
	['tw-11.7-object-offer', { objection_offered: 'no', call_minutes: 1 }, 'likely']
])('%s on %j is %s', (rule_id, facts, expected) => {
	expect(findingOf(rule_id, { ...call, ...facts })?.outcome).toBe(expected);
});

test.each([
	['cfm-hours-days', { contact_at: '2022-03-08T21:00' }, 'likely'],
	['cfm-hours-days', { contact_at: '2026-03-10T21:00' }, 'possible'],
	['cfm-hours-days', { contact_at: '2026-03-08T12:00' }, 'likely'],
	['cfm-hours-days', { contact_at: '2026-03-08T12:00', requested_contact: 'yes' }, undefined],
	[
		'cfm-identify',
		{ contact_at: '2023-07-31T12:00', badge: 'no', branded_clothing: 'yes' },
		undefined
	],
	[
		'cfm-identify',
		{ contact_at: '2023-08-01T12:00', badge: 'no', branded_clothing: 'yes' },
		'likely'
	],
	['cfm-group-minor', { consumer_age: 17 }, 'possible'],
	['cfm-group-minor', { consumer_age: 15 }, 'likely'],
	['bw-230m-info', { contract: 'yes', withdrawal_info: 'no', contract_value_eur: 50 }, undefined],
	['bw-230m-info', { contract: 'yes', withdrawal_info: 'no', contract_value_eur: 51 }, 'likely'],
	['bw-193h-aggressive', { pressure: ['decide_now'] }, 'possible'],
	['bw-193h-aggressive', { pressure: ['threat'], recipient_type: 'natural_business' }, undefined]
])('at the door %s on %j is %s', (rule_id, facts, expected) => {
	expect(findingOf(rule_id, { ...visit, ...facts })?.outcome).toBe(expected);
});

test.each([
	['2026-01-12T11:59', 'info'],
	['2026-01-12T12:00', 'medium'],
	['2026-02-06T12:00', 'medium'],
	['2026-02-06T12:01', 'high']
])('a contact at %s after an objection on 9 January is %s', (contact_at, severity) => {
	// At the door, where rule 20 does not take the place of rule 9.
	const facts = { ...visit, contact_at, objection_at: '2026-01-09T12:00', objection_route: 'mail' };
	expect(findingOf('tw-avg-object-honour', facts)?.severity).toBe(severity);
});

test('hours somebody compared with the code are no longer only possible', () => {
	const facts = parseFacts({ ...call, contact_at: '2026-03-10T22:00' });
	const tables = { ...emptyTables, hours_verified: { CTM24: true } };
	expect(assess(facts, now, tables).findings).toMatchObject([
		{ rule_id: 'ctm-hours', outcome: 'likely', severity: 'medium' }
	]);
});

test('a day of mourning is forbidden once it is in the table', () => {
	const facts = parseFacts(call);
	const tables = { ...emptyTables, mourning_days: ['2026-03-10'] };
	expect(assess(facts, now).findings).toEqual([]);
	expect(assess(facts, now, tables).findings).toMatchObject([{ rule_id: 'ctm-forbidden-day' }]);
});

test('an article is named only where its number was seen', () => {
	const cold = { ...call, consent: 'no', customer_status: 'never' };
	expect(findingOf('tw-11.7-consent', cold)?.source).toEqual({
		name: 'Telecommunicatiewet',
		article: '11.7 lid 2'
	});
	expect(findingOf('ctm-hours', { ...call, contact_at: '2026-03-10T23:00' })?.source).toEqual({
		name: 'Code Telemarketing'
	});
	expect(findingOf('ctm-hours', { ...call, contact_at: '2019-03-12T23:00' })?.source).toEqual({
		name: 'Code Telemarketing',
		article: '9'
	});
});

test('one fact is reported once', () => {
	const unnamed = checkRules({ ...call, advertiser_named: 'never' }, now).findings;
	expect(unnamed.map(({ rule_id }) => rule_id)).toEqual(['bw-230v6-identity']);
	expect(unnamed[0]?.actions).toEqual(['A4', 'A9', 'A5']);
	const hidden = checkRules({ ...call, claims: ['only_today', 'price_wrong'] }, now).findings;
	expect(hidden.map(({ rule_id }) => rule_id)).toEqual(['bw-193-blacklist']);
});

test('the advertiser answers for an agency, beside another finding only', () => {
	const alone = checkRules({ ...call, intermediary: 'yes' }, now).findings;
	expect(alone).toEqual([]);
	const beside = checkRules({ ...call, intermediary: 'yes', number_display: 'hidden' }, now);
	expect(beside.findings).toMatchObject([
		{ rule_id: 'tw-caller-id', outcome: 'likely' },
		{ rule_id: 'chain-responsibility', category: 'unwanted_contact' }
	]);
});
