import { expect, test } from 'vitest';
import { checkRules } from './check.ts';
import { amounts, choices, moments, sets } from './fact-fields.ts';
import { parseFacts } from './facts.ts';
import { rulesQuestion } from './rules-question.ts';
import { wrongFacts } from './wrong-facts.ts';

const fields = [...Object.keys(choices), ...Object.keys(sets), ...moments, ...amounts];
const wrongPaths = (sent: object) => wrongFacts({ ...sent }).map(({ path }) => path.join('.'));

test('every fact may be unknown, null or absent, and that is the same', () => {
	const nothing = parseFacts({});
	for (const nothingKnown of ['unknown', null, undefined]) {
		const sent = Object.fromEntries([...fields, 'as_of'].map((field) => [field, nothingKnown]));
		expect(wrongFacts(sent)).toEqual([]);
		expect(parseFacts(sent)).toEqual(nothing);
	}
});

test('every value of every fact is taken as it is named', () => {
	for (const [field, values] of Object.entries(choices)) {
		for (const value of values) {
			expect(wrongFacts({ [field]: value })).toEqual([]);
			expect(parseFacts({ [field]: value })).toMatchObject({ [field]: value });
		}
	}
	for (const [field, values] of Object.entries(sets)) {
		expect(wrongFacts({ [field]: values })).toEqual([]);
		expect(parseFacts({ [field]: values })).toMatchObject({ [field]: values });
	}
});

test('a program is told which field it wrote wrongly, and what may stand there', () => {
	expect(
		wrongPaths({
			channel: 'fax',
			contact_at: '2026-02-30T12:00',
			call_minutes: -1,
			pressure: ['threat', 'shouting'],
			as_of: 'soon'
		})
	).toEqual(['channel', 'contact_at', 'call_minutes', 'pressure', 'as_of']);
	expect(wrongPaths({ facts: { as_of: '2026-07-02' }, as_of: '2026-07-02T19:05Z' })).toEqual([]);
	expect(wrongFacts({ facts: { consent: 'maybe' } })).toEqual([
		{ path: ['facts', 'consent'], message: 'error_fact', expected: 'one of yes, no' }
	]);
	expect(rulesQuestion.safeParse({ consent: 'maybe' }).error?.issues).toMatchObject([
		{ path: ['consent'], message: 'error_fact' }
	]);
});

test('a name that is no fact is left alone, and told', () => {
	const sent = { channel: 'phone_human', custommer_status: 'never' };
	expect(wrongFacts(sent)).toEqual([]);
	expect(checkRules(sent, new Date()).ignored).toEqual(['custommer_status']);
	expect(checkRules({ facts: sent }, new Date()).ignored).toEqual(['facts.custommer_status']);
});

test.each([
	['06', 'mobile'],
	['066', '066'],
	['010', 'geographic'],
	['0909', '0909'],
	['097', '0970'],
	['14xx', '14'],
	['+44', 'foreign'],
	['hidden', 'hidden']
])('a number may be told by its prefix: %s is %s', (number_type, expected) => {
	expect(wrongFacts({ number_type })).toEqual([]);
	expect(parseFacts({ number_type }).number_type).toBe(expected);
});

test('day and time of a contact may be told apart', () => {
	const apart = { contact_date: '2026-07-02', contact_time: '19:05' };
	expect(wrongFacts(apart)).toEqual([]);
	expect(parseFacts(apart).contact_at).toMatchObject({ day: '2026-07-02', time: '19:05' });
	expect(wrongPaths({ contact_date: '2026-02-30', contact_time: 'noon' })).toEqual([
		'contact_date',
		'contact_time'
	]);
	expect(checkRules({ contact_date: '2026-07-02' }, new Date()).regime).toBe('R3');
	const both = { ...apart, contact_at: '2026-06-30T12:00' };
	expect(checkRules(both, new Date()).regime).toBe('R2');
});
