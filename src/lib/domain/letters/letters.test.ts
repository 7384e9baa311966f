import { expect, test } from 'vitest';
import { letterAbout, lettersFor, type LetterSubject } from './letters.ts';

const subject: LetterSubject = {
	channel: 'phone',
	organisation: 'Stroomwijs',
	caller_number: '+31850001234',
	moments: [
		{ contact_at: new Date('2026-03-29T01:30:00Z'), is_time_known: true },
		{ contact_at: new Date('2026-04-01T10:00:00Z'), is_time_known: false }
	],
	contract_on: '2026-04-20',
	written_on: '2026-04-24'
};

test.each([
	['objection', '2026-05-22'],
	// King's Day and Liberation Day are no working days.
	['consent_proof', '2026-05-04'],
	['data_source', '2026-05-24'],
	['no_contract', '2026-05-08'],
	['withdrawal', '2026-05-08']
] as const)('%s asks for an answer by %s', (kind, answer_by) => {
	expect(letterAbout(kind, subject).answer_by).toBe(answer_by);
});

test('a month after 31 January ends with February', () => {
	expect(letterAbout('data_source', { ...subject, written_on: '2027-01-31' }).answer_by).toBe(
		'2027-02-28'
	);
});

test('withdrawing is in time until the fourteenth day after the contract', () => {
	expect(letterAbout('withdrawal', subject).send_by).toBe('2026-05-04');
	expect(letterAbout('withdrawal', { ...subject, contract_on: null }).send_by).toBeNull();
	expect(letterAbout('objection', subject).send_by).toBeNull();
});

test('the contacts are told by a Dutch clock, also on the night it changes', () => {
	expect(letterAbout('objection', subject).contacts).toEqual([
		{ day: '2026-03-29', time: '03:30' },
		{ day: '2026-04-01', time: null }
	]);
});

test('the letters that fit are those of what one can do', () => {
	expect(lettersFor(['A4', 'A8', 'A1'])).toEqual(['objection', 'withdrawal']);
	expect(lettersFor(['A4'])).toEqual([]);
});
