import { expect, test } from 'vitest';
import { businessCall, outcomesOf, type ContactCase } from './contact-cases.ts';

const at = (contact_at: string, more: object = {}) => ({ ...businessCall, contact_at, ...more });
const day = 'ctm-forbidden-day';
const hours = 'ctm-hours';

test.each<ContactCase>([
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
	['Remembrance Day at noon', at('2026-05-04T12:00'), {}]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
