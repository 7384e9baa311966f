import { expect, test } from 'vitest';
import { call, visit, outcomesOf, type ContactCase } from './contact-cases.ts';

const omission = 'bw-193d-omission';

test.each<ContactCase>([
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
	]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
