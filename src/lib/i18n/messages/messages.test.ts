import { expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

type Messages = Record<string, string>;
const languages: [name: string, messages: Messages][] = [
	['Dutch', nl],
	['English', en]
];
const keys = Object.keys(nl);

const partsOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

test('Dutch and English say the same things', () => {
	expect(Object.keys(en).sort()).toEqual(keys.toSorted());
});

test('a sentence has the same parts in both languages', () => {
	const differ = keys.filter((key) => {
		const [dutch, english] = languages.map(([, messages]) => new Set(partsOf(messages[key] ?? '')));
		return dutch!.symmetricDifference(english!).size > 0;
	});
	expect(differ).toEqual([]);
});

test.each(languages)('no sentence is empty in %s', (_, messages) => {
	expect(keys.filter((key) => !messages[key]?.trim())).toEqual([]);
});
