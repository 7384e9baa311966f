import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { assess } from './assess.ts';
import { choices, type ChoiceField } from './fact-fields.ts';
import { parseFacts } from './facts.ts';
import { questionBank } from './question-bank.ts';
import { questionsFor } from './questions.ts';

// Every question is tried with every answer, many times over.
vi.setConfig({ testTimeout: 30_000 });

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

const valuesOf = (field: ChoiceField) => fc.constantFrom(...(choices[field] as readonly string[]));

/** What is known of a complaint before its questions: some of the facts they ask for, and others. */
const partlyKnown = fc.record(
	{
		channel: fc.constantFrom(
			'phone_human',
			'phone_automated',
			'voicemail',
			'door',
			'street',
			'stand'
		),
		contact_at: fc.constantFrom(
			'2015-03-10T15:00',
			'2020-11-02T12:00',
			'2023-03-10T19:00',
			'2026-03-08T12:00',
			'2026-08-04T21:30',
			'2026-08-04'
		),
		recipient_type: fc.constantFrom('consumer', 'consumer', 'natural_business', 'legal_person'),
		initiated_by: fc.constantFrom('advertiser', 'advertiser', 'consumer'),
		purpose: valuesOf('purpose'),
		org_type: valuesOf('org_type'),
		sector: fc.constantFrom('energy', 'telecom', 'charity', 'travel', 'lottery_other'),
		offer_made: valuesOf('offer_made'),
		publisher_issues_per_year: fc.constantFrom(2, 3),
		number_type: fc.constantFrom('0900', 'geographic', 'foreign'),
		attempts_7d: fc.constantFrom(2, 5),
		objection_at: fc.constantFrom('2019-01-10', '2026-08-01T12:00'),
		...Object.fromEntries(
			(
				[
					'consent',
					'customer_status',
					'requested_contact',
					'number_display',
					'contract',
					'badge'
				] as const
			).map((field) => [field, valuesOf(field)] as const)
		)
	},
	{ requiredKeys: ['channel'] }
);

test('what matters only together with something unknown is not asked', () => {
	const known = {
		channel: 'stand',
		contact_at: '2015-03-10T15:00',
		purpose: 'service',
		offer_made: 'yes'
	};
	expect(asked(known)).not.toContain('introduced');
	expect(asked({ ...known, recipient_type: 'consumer' })).toContain('introduced');
});

test('whatever is known, every question that is asked has an answer that changes what is found', () => {
	fc.assert(
		fc.property(partlyKnown, (known) => {
			const found = (facts: object) =>
				JSON.stringify(
					assess(parseFacts(facts), now)
						.findings.map(({ rule_id, outcome }) => [rule_id, outcome])
						.sort()
				);
			const questions = questionsFor(parseFacts(known), now);
			expect(questions.length).toBeLessThanOrEqual(7);
			for (const { id, options } of questions) {
				const answers = options.map((option) => found({ ...known, ...option.facts }));
				expect(
					answers.filter((answer) => answer !== found(known)),
					id
				).not.toEqual([]);
			}
		}),
		{ numRuns: 100 }
	);
});
