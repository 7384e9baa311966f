import { expect, test } from 'vitest';
import { adviceForm, applicationForm } from './application.ts';
import { handlingsFor } from './states.ts';

const application = {
	kind: 'commercial',
	organisation_name: 'Leesland',
	contact_name: 'Anna de Wit',
	email: 'anna@leesland.example',
	invoice_address: 'Kade 1, Utrecht',
	relation: 'contract',
	asked_months: 60
};
const pathsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } }) =>
	result.error?.issues.map(({ path }) => path.join('.'));

test('an application may come without its reasons, but not for a term the code allows', () => {
	expect(applicationForm.safeParse(application).success).toBe(true);
	const short = applicationForm.safeParse({ ...application, asked_months: 36 });
	expect(pathsOf(short)).toEqual(['asked_months']);
});

test('an advice that grants a term says how long, when and for whom', () => {
	const bare = adviceForm.safeParse({ outcome: 'granted', grounds: 'Goed.', is_published: 'on' });
	expect(pathsOf(bare)).toEqual([
		'summary',
		'term_months',
		'valid_from',
		'valid_until',
		'organisations'
	]);
	expect(adviceForm.safeParse({ outcome: 'rejected', grounds: 'Te lang.' }).success).toBe(true);
	const turned = adviceForm.safeParse({
		outcome: 'granted',
		term_months: 48,
		valid_from: '2026-06-01',
		valid_until: '2026-05-01',
		organisations: 'Leesland',
		grounds: 'Goed.'
	});
	expect(pathsOf(turned)).toEqual(['valid_until']);
});

test('an application is taken on when it is paid for and lacks nothing', () => {
	const stand = { state: 'paid', invoice_number: '1', paid_on: '2026-06-01' } as const;
	expect(handlingsFor({ ...stand, missing: [] })).toContain('take_on');
	expect(handlingsFor({ ...stand, missing: ['factors'] })).not.toContain('take_on');
});

test('a payment is recorded once, also while additions are awaited', () => {
	const stand = { state: 'incomplete', invoice_number: '1', missing: [] } as const;
	expect(handlingsFor({ ...stand, paid_on: null })).toEqual(['payment', 'decline']);
	expect(handlingsFor({ ...stand, paid_on: '2026-06-01' })).toEqual(['decline']);
});

test('nothing is done any more with what is settled', () => {
	const stand = { state: 'advised', invoice_number: '1', paid_on: null, missing: [] } as const;
	expect(handlingsFor(stand)).toEqual([]);
});
