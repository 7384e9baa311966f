import { expect, test } from 'vitest';
import { businessCall, call, outcomesOf, type ContactCase } from './contact-cases.ts';

const claimed = { ...call, consent_claimed: 'yes' };
const atBusiness = (contact_at: string, more: object = {}) => ({
	...businessCall,
	contact_at,
	...more
});
const consent = 'tw-11.7-consent';

test.each<ContactCase>([
	[
		'consent in a ticked box',
		{ ...claimed, consent_active: 'no' },
		{ 'tw-11.7-consent-valid': 'likely', [consent]: 'likely' }
	],
	[
		'consent bundled with other things',
		{ ...claimed, consent_separate: 'no' },
		{ 'tw-11.7-consent-valid': 'likely', 'ctm-consent-quality': 'likely' }
	],
	[
		'the same, if consent was spoken of',
		{ ...claimed, consent_claimed: 'unknown', consent_separate: 'no' },
		{ 'tw-11.7-consent-valid': 'possible', 'ctm-consent-quality': 'possible' }
	],
	['that consent was spoken of is nothing wrong', claimed, {}],

	[
		'not verified, a day before the warning',
		{ ...claimed, contact_at: '2022-06-28T12:00', consent_verified: 'no' },
		{}
	],
	[
		'not verified, from the warning',
		{ ...claimed, contact_at: '2022-06-29T12:00', consent_verified: 'no' },
		{ 'acm-consent-verified': 'likely' }
	],
	[
		'the check was a sales call itself',
		{ ...claimed, consent_verified: 'yes', verification_call_had_offer: 'yes' },
		{ 'acm-consent-verified': 'likely' }
	],

	[
		'a first call more than six months after the consent',
		{ ...claimed, consent_at: '2025-09-10T14:59' },
		{ 'ctm-consent-quality': 'possible' }
	],
	['six months to the minute', { ...claimed, consent_at: '2025-09-10T15:00' }, {}],
	[
		'not known to be verified, before the code of 2024',
		atBusiness('2024-10-14T12:00', { consent_claimed: 'yes', consent_separate: 'no' }),
		{ 'tw-11.7-consent-valid': 'likely' }
	]
])('%s', (_meaning, facts, expected) => {
	expect(outcomesOf(facts)).toEqual(expected);
});
