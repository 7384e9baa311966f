import { expect, test } from 'vitest';
import { checkRules } from '../check.ts';

const now = new Date('2026-11-21T12:00:00Z');

/** A sales call on a Tuesday evening to somebody who gave consent: nothing is wrong with it. */
const call = {
	channel: 'phone_human',
	contact_at: '2026-03-10T19:00',
	initiated_by: 'advertiser',
	recipient_type: 'natural_business',
	purpose: 'commercial',
	org_type: 'commercial',
	consent: 'yes'
};
const at = (contact_at: string, more: object = {}) => ({ ...call, contact_at, ...more });
const asked = { proof_requested_at: '2026-10-20T10:00' };
const claimed = { ...call, consent_claimed: 'yes' };
const former = { ...call, consent: 'no', org_type: 'charity', customer_status: 'former_donor' };
const signed = {
	...call,
	sector: 'telecom',
	contract: 'yes',
	contract_at: '2026-03-10T19:30',
	contract_kind: 'new_recurring_service',
	agreement_form: 'oral'
};
const [hours, day] = ['ctm-hours', 'ctm-forbidden-day'];

test.each<[meaning: string, facts: object, expected: Record<string, string>]>([
	['the hours of 2012 were seen', at('2012-07-02T22:00'), { [hours]: 'likely' }],
	['before that code there was none', at('2012-06-30T23:00'), {}],
	['nine in the morning', at('2019-03-12T09:00'), {}],
	['a second before nine', at('2019-03-12T08:59:59'), { [hours]: 'likely' }],
	['a second before ten in the evening', at('2019-03-12T21:59:59'), {}],
	['the last night of the code of 2012', at('2020-02-29T16:00'), { [hours]: 'likely' }],
	[
		'the first night of the next, its hours assumed',
		at('2020-03-02T22:00'),
		{ [hours]: 'possible' }
	],
	['a Saturday at half past nine', at('2019-03-16T09:30'), { [hours]: 'likely' }],
	['a Saturday at ten', at('2019-03-16T10:00'), {}],
	['a Saturday at four', at('2019-03-16T16:00'), { [hours]: 'likely' }],
	[
		'ten in the evening in Amsterdam, told in UTC in summer',
		at('2019-07-02T20:00:00Z'),
		{ [hours]: 'likely' }
	],
	['a minute before', at('2019-07-02T19:59:00Z'), {}],
	['and in winter', at('2019-01-08T21:00:00Z'), { [hours]: 'likely' }],
	['in winter an hour earlier', at('2019-01-08T20:00:00Z'), {}],
	['the Monday after the clock went forward', at('2019-04-01T06:59:00Z'), { [hours]: 'likely' }],
	['at nine', at('2019-04-01T07:00:00Z'), {}],
	['the Friday before it, at nine', at('2019-03-29T08:00:00Z'), {}],
	['the hour the clock skipped, on its Sunday', at('2026-03-29T02:30'), { [day]: 'likely' }],
	['the hour that came twice, on its Sunday', at('2026-10-25T02:30'), { [day]: 'likely' }],
	['Remembrance Day in 2018 at half past six', at('2018-05-04T18:30'), { [hours]: 'likely' }],
	['and a minute before', at('2018-05-04T18:29'), {}],
	[
		'Saint Nicholas of 2022 at half past six, assumed',
		at('2022-12-05T18:30'),
		{ [hours]: 'possible' }
	],
	['the last such evening before the code of 2024', at('2024-05-03T18:45'), {}],
	['Christmas Eve in 2025, between the two ends', at('2025-12-24T18:45'), { [hours]: 'possible' }],
	['Christmas Eve in 2025, after both', at('2025-12-24T19:00'), { [hours]: 'possible' }],
	['Christmas Eve in 2022 was a Saturday', at('2022-12-24T15:59'), {}],
	['Good Friday evening, from the code of 2024', at('2025-04-18T19:00'), { [hours]: 'possible' }],
	['Good Friday evening, before it', at('2024-03-29T19:00'), {}],
	['New Year’s Eve has no rule', at('2025-12-31T21:00'), {}],
	['a call that was asked for', at('2019-03-12T23:00', { requested_contact: 'yes' }), {}],
	['a foreign number that was called', at('2019-03-12T23:00', { called_number_nl: 'no' }), {}],
	['a bv at night', at('2019-03-12T23:00', { recipient_type: 'legal_person' }), {}],

	['a Sunday', at('2026-03-08T12:00'), { [day]: 'likely' }],
	['a Sunday night is told once', at('2026-03-08T23:00'), { [day]: 'likely' }],
	[
		'a quarter past midnight on Monday is no Sunday',
		at('2026-03-08T23:15:00Z'),
		{ [hours]: 'possible' }
	],
	['New Year’s Day', at('2026-01-01T12:00'), { [day]: 'likely' }],
	['Easter Monday', at('2026-04-06T12:00'), { [day]: 'likely' }],
	['Ascension Day', at('2026-05-14T12:00'), { [day]: 'likely' }],
	['Whit Monday', at('2026-05-25T12:00'), { [day]: 'likely' }],
	[
		'Christmas on a Friday, and Boxing Day on a Saturday',
		at('2026-12-26T12:00'),
		{ [day]: 'likely' }
	],
	['King’s Day', at('2026-04-27T12:00'), { [day]: 'possible' }],
	['King’s Day of 2025 came a day early', at('2025-04-26T12:00'), { [day]: 'possible' }],
	['27 April 2025 was a Sunday', at('2025-04-27T12:00'), { [day]: 'likely' }],
	[
		'Liberation Day, also in a year that is no fifth',
		at('2026-05-05T12:00'),
		{ [day]: 'possible' }
	],
	['Good Friday at noon', at('2026-04-03T12:00'), {}],
	['Remembrance Day at noon', at('2026-05-04T12:00'), {}],

	[
		'a number that costs money',
		at('2020-03-02T12:00', { number_type: '0900' }),
		{ 'ctm-number-callable': 'likely' }
	],
	['and before the code of 2020', at('2020-02-28T12:00', { number_type: '0900' }), {}],
	['a free number', { ...call, number_type: '0800' }, {}],
	[
		'somebody else answers the number',
		{ ...call, callback_result: 'other_party' },
		{ 'ctm-number-callable': 'likely' }
	],
	[
		'called back without hearing a name',
		{ ...call, callback_tried: 'yes', callback_result: 'no_name' },
		{ 'ctm-callback-info': 'likely' }
	],
	[
		'called back and nobody answered',
		{ ...call, callback_tried: 'yes', callback_result: 'no_answer' },
		{ 'ctm-callback-info': 'possible' }
	],
	[
		'six months to the day, kept within February',
		at('2025-08-29T12:00', { callback_result: 'not_in_use', callback_at: '2026-02-28T11:00' }),
		{ 'ctm-number-6m': 'likely', 'ctm-number-callable': 'likely' }
	],
	[
		'a day later',
		at('2025-08-29T12:00', { callback_result: 'not_in_use', callback_at: '2026-03-01' }),
		{ 'ctm-number-callable': 'likely' }
	],
	[
		'out of use, but who knows since when',
		{ ...call, callback_result: 'not_in_use' },
		{ 'ctm-number-callable': 'likely' }
	],
	[
		'the number is not on the website',
		at('2024-10-15T12:00', { number_on_website: 'no' }),
		{ 'ctm-number-6m': 'likely' }
	],
	['the day before that was asked', at('2024-10-14T12:00', { number_on_website: 'no' }), {}],

	[
		'proof: the end of the fifth working day, over the change to winter time',
		{ ...asked, as_of: '2026-10-27T22:59:59Z' },
		{}
	],
	[
		'proof: a second later',
		{ ...asked, as_of: '2026-10-27T23:00:00Z' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	[
		'proof: over the change to summer time, the last second',
		{ proof_requested_at: '2026-03-26', as_of: '2026-04-02T21:59:59Z' },
		{}
	],
	[
		'proof: and then',
		{ proof_requested_at: '2026-03-26', as_of: '2026-04-02T22:00:00Z' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	[
		'proof: asked on a Saturday, due on Friday',
		{ proof_requested_at: '2026-10-17', as_of: '2026-10-23T23:59' },
		{}
	],
	[
		'proof: asked on Maundy Thursday, Easter and Good Friday do not count',
		{ proof_requested_at: '2026-04-02', as_of: '2026-04-13T23:59' },
		{}
	],
	[
		'proof: and the day after',
		{ proof_requested_at: '2026-04-02', as_of: '2026-04-14' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	['proof: came on the last day', { ...asked, proof_received_at: '2026-10-27T23:59' }, {}],
	[
		'proof: came a day late',
		{ ...asked, proof_received_at: '2026-10-28' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	[
		'proof: came in time and proves nothing',
		{ ...asked, proof_received_at: '2026-10-21', proof_content_ok: 'no' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	['proof: the company never spoke of consent', { ...asked, consent_claimed: 'no' }, {}],
	['proof: asked before the code of 2024', { proof_requested_at: '2024-10-14' }, {}],
	[
		'proof: asked on its first day',
		{ proof_requested_at: '2024-10-15' },
		{ 'ctm-proof-5wd': 'likely' }
	],
	['proof: of a message no code asks it', { ...asked, channel: 'message' }, {}],

	[
		'a first call more than six months after the consent',
		{ ...claimed, consent_at: '2025-09-10T18:59' },
		{ 'ctm-consent-quality': 'possible' }
	],
	['six months to the minute', { ...claimed, consent_at: '2025-09-10T19:00' }, {}],
	[
		'not known to be verified, before the code of 2024',
		at('2024-10-14T12:00', { consent_claimed: 'yes', consent_separate: 'no' }),
		{ 'tw-11.7-consent-valid': 'likely' }
	],

	['three years to the day after a gift', { ...former, relationship_end_date: '2023-03-10' }, {}],
	[
		'and a day later',
		{ ...former, relationship_end_date: '2023-03-09' },
		{ 'ctm-customer-3y': 'likely', 'tw-11.7-consent': 'possible' }
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
		{ ...call, objection_refused: 'yes' },
		{ 'ctm-object-in-call': 'likely' }
	],
	[
		'sent to a tape',
		{ ...call, objection_route: 'call', objection_sent_to_ivr: 'yes' },
		{ 'ctm-object-in-call': 'likely' }
	],
	[
		'a tape of one’s own choice',
		{ ...call, objection_route: 'ivr', objection_sent_to_ivr: 'yes' },
		{}
	],
	[
		'the trade name was not told at the end',
		{ ...call, tradename_at_end: 'no' },
		{ 'ctm-name-advertiser': 'likely' }
	],
	[
		'a call of more than five minutes',
		{ ...call, duration_announced: 'no', call_minutes: 6 },
		{ 'ctm-convenient': 'likely' }
	],
	['a call of five minutes', { ...call, duration_announced: 'no', call_minutes: 5 }, {}],
	[
		'went on after stop',
		{ ...call, consumer_wanted_to_stop: 'yes', call_ended_at_request: 'no' },
		{ 'ctm-end-call': 'likely' }
	],
	['a voicemail', { ...call, channel: 'voicemail' }, { 'ctm-voicemail': 'likely' }],
	['a voicemail about a service', { ...call, channel: 'voicemail', purpose: 'service' }, {}],
	[
		'a child of fifteen',
		{ ...call, offer_made: 'yes', consumer_age: 15 },
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
	['signed later', { ...signed, agreement_form: 'signature_after_call' }, {}],
	['a contract that was renewed', { ...signed, contract_kind: 'renewal_or_extension' }, {}],
	[
		'a consumer has the law for it',
		{ ...signed, recipient_type: 'consumer' },
		{ 'bw-230v6-written': 'likely' }
	],

	[
		'an agency called',
		{ ...call, number_display: 'hidden', intermediary: 'yes' },
		{ 'tw-caller-id': 'likely', 'chain-responsibility': 'likely' }
	],
	[
		'it is not known to be an agency',
		{ ...call, number_display: 'hidden' },
		{ 'tw-caller-id': 'likely' }
	]
])('%s', (_meaning, facts, expected) => {
	const { findings } = checkRules(facts, now);
	expect(Object.fromEntries(findings.map((found) => [found.rule_id, found.outcome]))).toEqual(
		expected
	);
});
