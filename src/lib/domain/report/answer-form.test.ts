import { describe, expect, test } from 'vitest';
import { answerReasons, answerTypes } from './answers.ts';
import { answerForm } from './answer-form.ts';
import { givenAnswer, typeOfReason } from './given-answer.ts';
import { fillPlaceholders, unknownPlaceholders } from './placeholders.ts';

const read = (fields: Record<string, unknown>) =>
	answerForm('2026-07-02').safeParse({ reason: 'refund', text: 'Sorry.', ...fields });
const pathsOf = (fields: Record<string, unknown>) =>
	read(fields).error?.issues.map(({ path }) => path.join('.'));

describe('an answer', () => {
	test('every reason belongs to one type', () => {
		for (const type of answerTypes) {
			for (const reason of answerReasons[type]) expect(typeOfReason(reason)).toBe(type);
		}
		expect(typeOfReason('none')).toBeUndefined();
	});

	test('needs a reason of the list and words', () => {
		expect(pathsOf({ reason: 'none' })).toEqual(['reason']);
		expect(pathsOf({ text: '  ' })).toEqual(['text']);
		expect(read({}).success).toBe(true);
	});

	test('promises only what is accepted, with a day that is to come and within a year', () => {
		expect(read({ has_promise: true, promise_due_on: '2026-07-02' }).success).toBe(true);
		expect(pathsOf({ has_promise: true, promise_due_on: '2026-07-01' })).toEqual([
			'promise_due_on'
		]);
		expect(pathsOf({ has_promise: true, promise_due_on: '2027-07-03' })).toEqual([
			'promise_due_on'
		]);
		expect(pathsOf({ promise_due_on: '2026-08-01' })).toEqual(['has_promise']);
		expect(pathsOf({ reason: 'did_not_happen', has_promise: true })).toEqual(['has_promise']);
	});

	test('names another organisation only when it is not theirs', () => {
		expect(pathsOf({ other_organisation: 'Telvast' })).toEqual(['other_organisation']);
		expect(read({ reason: 'unknown_party', other_organisation: 'Telvast' }).success).toBe(true);
	});

	test('has no placeholder that means nothing', () => {
		expect(pathsOf({ text: 'Over {naam}' })).toEqual(['text']);
		expect(unknownPlaceholders('{reference} {Reference} {x}')).toEqual(['Reference', 'x']);
	});
});

test('an answer of a program is held to the same, and to the type it names', () => {
	const sent = (fields: Record<string, unknown>) =>
		givenAnswer('2026-07-02')
			.safeParse({ reason: 'refund', text: 'Sorry.', ...fields })
			.error?.issues.map(({ path }) => path.join('.'));
	expect(sent({})).toBeUndefined();
	expect(sent({ answer_type: 'accepted' })).toBeUndefined();
	expect(sent({ answer_type: 'rejected' })).toEqual(['reason']);
	expect(sent({ has_promise: true, promise_due_on: '2026-07-01' })).toEqual(['promise_due_on']);
	expect(sent({ promise_due_on: '2026-08-01' })).toEqual(['has_promise']);
});

test('placeholders are filled in wherever they stand', () => {
	const values = { reference: '26-7K3F9Q', organisation: 'A', number: '', delivered_on: '2 jul' };
	expect(fillPlaceholders('{reference}: {organisation} {reference}{number}', values)).toBe(
		'26-7K3F9Q: A 26-7K3F9Q'
	);
});
