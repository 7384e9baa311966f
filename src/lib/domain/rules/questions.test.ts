import { expect, test } from 'vitest';
import { parseFacts } from './facts.ts';
import { questionBank } from './question-bank.ts';
import { questionsFor } from './questions.ts';

const now = new Date('2026-11-21T12:00:00Z');
const asked = (facts: Record<string, unknown>) =>
	questionsFor(parseFacts(facts), now).map(({ id }) => id);

test('at most seven questions, the ground for the call first', () => {
	const questions = asked({ channel: 'phone_human', contact_at: '2026-10-06T19:00' });
	expect(questions.length).toBeLessThanOrEqual(7);
	expect(questions.slice(0, 4)).toContain('consent');
});

test('whoever is called is asked whether they had said no before, unless the desk knows when', () => {
	const call = { channel: 'phone_human', contact_at: '2026-10-06T19:00' };
	expect(asked(call).slice(0, 4)).toContain('objected_before');
	expect(asked({ ...call, objection_at: '2026-09-01' })).not.toContain('objected_before');
	expect(asked({ channel: 'phone_human' })).not.toContain('objected_before');
});

test('the register is asked about only for calls from its days', () => {
	expect(asked({ channel: 'phone_human', contact_at: '2020-11-02T12:00' })).toContain(
		'bmnr_registered'
	);
	expect(asked({ channel: 'phone_human', contact_at: '2026-10-06T12:00' })).not.toContain(
		'bmnr_registered'
	);
});

test('at the door nobody is asked for consent to be called, and in the street for no sticker', () => {
	const door = asked({ channel: 'door', contact_at: '2026-10-06T19:00' });
	expect(door).toContain('told_not_to_return');
	expect(door).not.toContain('consent');
	expect(asked({ channel: 'street', contact_at: '2026-10-06T19:00' })).not.toContain('sticker');
});

test('what is known, or can change nothing any more, is not asked', () => {
	const call = { channel: 'phone_human', contact_at: '2026-10-06T19:00' };
	expect(asked({ ...call, consent: 'no' })).not.toContain('consent');
	expect(asked({ ...call, channel: 'inbound_phone' })).not.toContain('consent');
	expect(asked({ ...call, recipient_type: 'legal_person' })).not.toContain('consent');
});

test('every question has a text in both languages, and answers that are facts', () => {
	for (const { id, nl, en, options } of questionBank) {
		expect(nl, id).toMatch(/\?$/);
		expect(en, id).toMatch(/\?$/);
		for (const option of options) {
			expect(option.nl && option.en, id).toBeTruthy();
			expect(parseFacts(option.facts), id).toMatchObject(option.facts);
		}
	}
	expect(new Set(questionBank.map(({ id }) => id)).size).toBe(questionBank.length);
});
