import { expect, test } from 'vitest';
import { readDraft } from './report-draft.ts';
import { checkStep, reportSteps, stepOfField, stepOfHash } from './report-steps.ts';

const empty = readDraft({}, 'key');

test('every field leads to the step that asks it', () => {
	expect(stepOfField('kind')).toBe('kind');
	expect(stepOfField('contacts[3].on')).toBe('when');
	expect(stepOfField('email')).toBe('last');
	expect(stepOfField('')).toBe('who');
});

test('an address leads to a step, or to none', () => {
	expect(stepOfHash('#step-story')).toBe('story');
	expect(stepOfHash('#elsewhere')).toBeUndefined();
	expect(stepOfHash('')).toBeUndefined();
});

test('only what is really needed keeps somebody from going on', () => {
	const blocked = reportSteps.filter(({ id }) => checkStep(id, empty).length).map(({ id }) => id);
	expect(blocked).toEqual(['kind', 'channel', 'story']);
});

test('a number, an organisation or a story is enough', () => {
	for (const field of ['caller_number', 'organisation_name', 'narrative']) {
		expect(checkStep('story', { ...empty, [field]: 'x' })).toEqual([]);
	}
	expect(checkStep('story', { ...empty, narrative: '  ' })).toHaveLength(1);
});

test('a postcode has four digits', () => {
	expect(checkStep('last', { ...empty, postcode4: '1012' })).toEqual([]);
	expect(checkStep('last', { ...empty, postcode4: '1012 ab' })).toEqual([]);
	expect(checkStep('last', { ...empty, postcode4: '0123' })).toHaveLength(1);
});
