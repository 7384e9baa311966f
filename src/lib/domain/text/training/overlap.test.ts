import { expect, test } from 'vitest';
import { copiedPassages } from './overlap.ts';
import { narratives } from './texts.ts';

const given = [{ text: 'Hij bleef aan de deur staan tot mijn man thuiskwam van zijn werk.' }];

test('eight words in a row from a given text are a copy, whatever the case and signs', () => {
	const copy = { text: 'Jan BLEEF aan de deur staan, tot mijn man belde.' };
	expect(copiedPassages(given, [copy])).toEqual([
		{ ...copy, passage: 'bleef aan de deur staan tot mijn man' }
	]);
});

test('seven are not', () => {
	const alike = { text: 'Jan bleef aan de deur staan tot mijn zus belde.' };
	expect(copiedPassages(given, [alike])).toEqual([]);
});

test('no text written for training repeats one that the figures are measured on', () => {
	const own = [
		...narratives('./own-narratives.jsonl'),
		...narratives('./strangers.jsonl'),
		...narratives('./afterthoughts.jsonl')
	];
	for (const measured of ['narratives', 'held-out', 'blind', 'second-blind'])
		expect(copiedPassages(narratives(`./${measured}.jsonl`), own)).toEqual([]);
});
