import { expect, test } from 'vitest';
import { amounts, choices, moments, sets } from './fact-fields.ts';
import { factLabels, nameOfFact, valueOfFact } from './fact-labels.ts';

test('every fact has a name in both languages', () => {
	const fields = [...Object.keys(choices), ...Object.keys(sets), ...moments, ...amounts];
	const unnamed = fields.filter((field) => field !== 'contact_at' && !(field in factLabels));
	expect(unnamed).toEqual([]);
});

test('values are told in words, and what has none as it was sent', () => {
	expect(nameOfFact('consent', 'nl')).toBe('Toestemming gegeven');
	expect(nameOfFact('asked_to_stop', 'en')).toBe('asked_to_stop');
	expect(valueOfFact('never', 'nl')).toBe('Nooit');
	expect(valueOfFact(['threat', 'guilt'], 'en')).toBe('Threatened, Guilt');
	expect(valueOfFact([], 'nl')).toBe('Nee');
	expect(valueOfFact(true, 'en')).toBe('Yes');
	expect(valueOfFact('2026-07-02', 'nl')).toBe('2026-07-02');
	expect(valueOfFact('toString', 'nl')).toBe('toString');
});
