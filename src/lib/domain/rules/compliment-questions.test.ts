import { expect, test } from 'vitest';
import {
	complimentFacts,
	complimentQuestions,
	complimentQuestionsFor
} from './compliment-questions.ts';
import { parseFacts } from './facts.ts';
import { questionBank } from './question-bank.ts';

test('every question has a text in both languages, and answers of which each is another', () => {
	for (const { id, nl, en, options } of complimentQuestions) {
		expect(nl, id).toMatch(/\?$/);
		expect(en, id).toMatch(/\?$/);
		expect(
			options.every((option) => option.nl && option.en),
			id
		).toBe(true);
		expect(new Set(options.map(({ value }) => value)).size, id).toBe(options.length);
	}
});

test('every answer is a fact that the rules know, or one of a compliment', () => {
	for (const { id, options } of complimentQuestions) {
		for (const [name, value] of options.flatMap(({ facts }) => Object.entries(facts))) {
			const own = Object.entries(complimentFacts).find(([fact]) => fact === name)?.[1];
			if (own) expect(own, id).toContain(value);
			else expect(parseFacts({ [name]: value }), id).toMatchObject({ [name]: value });
		}
	}
});

test('no question is mistaken for one about a complaint', () => {
	const ids = new Set(questionBank.map(({ id }) => id));
	expect(complimentQuestions.filter(({ id }) => ids.has(id))).toEqual([]);
});

test('whoever got a message is not asked whether the moment suited', () => {
	const asked = complimentQuestionsFor('message').map(({ id }) => id);
	expect(asked).toContain('question_solved');
	expect(asked).not.toContain('moment_suited');
	expect(complimentQuestionsFor('door').length).toBeLessThanOrEqual(7);
});
