import { expect, test } from 'vitest';
import { visit, outcomesOf, type ContactCase } from './contact-cases.ts';

const at = (contact_at: string, more: object = {}) => ({ ...visit, contact_at, ...more });
const energy = {
	...visit,
	sector: 'energy',
	contract_at: '2026-03-10T16:00',
	agreement_form: 'signature_tablet'
};
const sticker = 'cfm-sticker';
const identify = 'cfm-identify';
const group = 'cfm-group-minor';
const hours = 'cfm-hours-days';

test.each<ContactCase>([
	[
		'the code does not protect who is visited in their business',
		{
			...visit,
			recipient_type: 'natural_business',
			sticker: 'yes',
			badge: 'no',
			marketers_count: 3
		},
		{}
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
	expect(outcomesOf(facts)).toEqual(expected);
});
