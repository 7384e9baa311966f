import { expect, test } from 'vitest';
import { businessCall, outcomesOf, type ContactCase } from './contact-cases.ts';

const at = (contact_at: string, more: object = {}) => ({ ...businessCall, contact_at, ...more });
const asked = { proof_requested_at: '2026-10-20T10:00' };

test.each<ContactCase>([
	[
		'a number that costs money',
		at('2020-03-02T12:00', { number_type: '0900' }),
		{ 'ctm-number-callable': 'likely' }
	],
	['and before the code of 2020', at('2020-02-28T12:00', { number_type: '0900' }), {}],
	['a free number', { ...businessCall, number_type: '0800' }, {}],
	[
		'somebody else answers the number',
		{ ...businessCall, callback_result: 'other_party' },
		{ 'ctm-number-callable': 'likely' }
	],
	[
		'called back without hearing a name',
		{ ...businessCall, callback_tried: 'yes', callback_result: 'no_name' },
		{ 'ctm-callback-info': 'likely' }
	],
	[
		'called back and nobody answered',
		{ ...businessCall, callback_tried: 'yes', callback_result: 'no_answer' },
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
		{ ...businessCall, callback_result: 'not_in_use' },
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
	['proof: of a message no code asks it', { ...asked, channel: 'message' }, {}]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
