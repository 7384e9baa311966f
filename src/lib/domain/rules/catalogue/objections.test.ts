import { expect, test } from 'vitest';
import { call, outcomesOf, type ContactCase } from './contact-cases.ts';

const unwanted = { ...call, consent: 'no' };
const donor = {
	...unwanted,
	org_type: 'charity',
	purpose: 'charitable',
	customer_status: 'donor'
};
const objected = { ...call, objection_at: '2026-03-09T12:00' };

test.each<ContactCase>([
	[
		'objecting was not offered',
		{ ...call, objection_offered: 'no', call_minutes: 1 },
		{ 'tw-11.7-object-offer': 'likely' }
	],
	['in a call of seconds', { ...call, objection_offered: 'no', call_minutes: 0 }, {}],
	[
		'in 2009 already',
		{ ...call, contact_at: '2009-10-01T12:00', objection_offered: 'no', call_minutes: 5 },
		{ 'tw-11.7-object-offer': 'likely' }
	],

	[
		'a call the day after an objection, with consent of before',
		{ ...objected, consent_at: '2026-01-01' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	['consent of after the objection', { ...objected, consent_at: '2026-03-09T12:01' }, {}],
	['an objection after the call', { ...objected, objection_at: '2026-03-10T15:01' }, {}],
	[
		'before the regulation of 2018',
		{ ...objected, contact_at: '2018-05-24T12:00', objection_at: '2018-05-20' },
		{}
	],
	[
		'on its first day',
		{ ...objected, contact_at: '2018-05-25T12:00', objection_at: '2018-05-20' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'at the door, with how the objection was made',
		{ ...objected, channel: 'door', objection_route: 'mail' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	['at the door, without it', { ...objected, channel: 'door' }, {}],
	[
		'a charity is bound by an objection too',
		{ ...donor, objection_at: '2026-03-01' },
		{ 'tw-avg-object-honour': 'likely' }
	],
	[
		'more than four weeks on the code says it',
		{ ...objected, objection_at: '2026-02-10T14:59' },
		{ 'ctm-object-4w': 'likely' }
	],
	[
		'four weeks to the minute',
		{ ...objected, objection_at: '2026-02-10T15:00' },
		{ 'tw-avg-object-honour': 'likely' }
	]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
