import { expect, test } from 'vitest';
import { checkRules } from './check.ts';

const now = new Date('2026-05-04T12:00:00Z');
const asked = { proof_requested_at: '2026-04-27' };

test('a check tells findings, actions and the regime of the day of the contact', () => {
	const answer = checkRules(
		{
			channel: 'phone_human',
			contact_at: '2026-03-10T19:00',
			recipient_type: 'consumer',
			purpose: 'commercial',
			customer_status: 'never',
			consent: 'no'
		},
		now
	);
	expect(answer).toMatchObject({
		findings: [
			{
				rule_id: 'tw-11.7-consent',
				outcome: 'likely',
				severity: 'high',
				category: 'unwanted_contact',
				certainty: 'S',
				actions: ['A1', 'A2', 'A4', 'A6']
			}
		],
		actions: ['A1', 'A2', 'A4', 'A6'],
		regime: 'R2'
	});
	expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});

test('terms run up to as_of, or else up to now; facts may stand apart', () => {
	expect(checkRules(asked, now).findings).toEqual([]);
	expect(checkRules({ ...asked, as_of: '2026-05-05' }, now).findings).toHaveLength(1);
	expect(checkRules({ facts: asked, as_of: '2026-05-05T08:00Z' }, now).findings).toHaveLength(1);
	expect(checkRules({ ...asked, as_of: 'soon' }, now).findings).toEqual([]);
});
