import { expect, test } from 'vitest';
import { visit, outcomesOf, type ContactCase } from './contact-cases.ts';

const refused = {
	...visit,
	contract: 'yes',
	contract_at: '2026-03-10T15:00',
	contract_kind: 'new_energy',
	withdrawal_refused: 'yes'
};
const info = 'bw-230m-info';
const withdrawal = 'bw-230o-withdrawal';

test.each<ContactCase>([
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
	['of a casino', { ...refused, sector: 'gambling_online', withdrawal_sent_at: '2026-03-12' }, {}],
	[
		'of a lottery, whatever the contract is called',
		{ ...refused, org_type: 'lottery_good_cause', withdrawal_sent_at: '2026-03-12' },
		{}
	],
	['a journey', { ...refused, sector: 'travel', withdrawal_sent_at: '2026-03-12' }, {}],
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
	]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
