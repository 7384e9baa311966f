import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, leastSharedBands, signatureOf, similarity } from './signature.ts';

const texts = readFileSync(new URL('../training/own-narratives.jsonl', import.meta.url), 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => (JSON.parse(line) as { text: string }).text)
	.filter((text) => text.length >= 110);

const isNearCopy = (one: string, other: string): boolean => {
	const bands = new Set(bandsOf(one));
	return (bandsOf(other) ?? []).filter((band) => bands.has(band)).length >= leastSharedBands;
};

/** What somebody changes who passes a text on: a word, a name, a typing error, the capitals. */
const edits: ((text: string, turn: number) => string)[] = [
	(text) => text.toUpperCase(),
	(text) => `Hallo, ${text}`,
	(text) => `${text} Groeten uit Assen`,
	(text, turn) => text.replace(/\p{L}{5,}/u, turn % 2 ? 'Belvora' : 'deze'),
	(text, turn) => text.slice(0, 20 + (turn % 9)) + text.slice(21 + (turn % 9)),
	(text) => text.replace(/[,.!?]/g, ' ')
];

describe('near-copies, over invented texts', () => {
	test('of copies with a small edit at least nineteen in twenty are found', () => {
		const copies = texts.map((text, turn) => [text, edits[turn % edits.length]!(text, turn)]);
		const found = copies.filter(([text, copy]) => isNearCopy(text!, copy!));
		expect(copies.length).toBeGreaterThan(200);
		expect(found.length / copies.length).toBeGreaterThan(0.95);
	});

	test('of different texts on the same subjects not one pair in a thousand is taken for a copy', () => {
		const bands = texts.map((text) => new Set(bandsOf(text)));
		let [pairs, mistaken] = [0, 0];
		bands.forEach((one, at) => {
			for (const other of bands.slice(at + 1)) {
				pairs++;
				if ([...other].filter((band) => one.has(band)).length >= leastSharedBands) mistaken++;
			}
		});
		expect(mistaken / pairs).toBeLessThan(0.001);
	});
});

test('two texts that tell the same in other words are not alike', () => {
	const one =
		'Ik heb me in maart afgemeld en gisteren belde dezelfde loterij mij weer op het werk.';
	const other =
		'Gisteren hing de loterij opnieuw aan de lijn, terwijl ik sinds maart ben afgemeld.';
	expect(similarity(one, other)).toBeLessThan(0.4);
	expect(similarity(one, `${one}!`)).toBeGreaterThan(0.9);
});

test('a short text has no signature: it is alike by chance', () => {
	expect(signatureOf('Weer gebeld op zondag.')).toBeNull();
	expect(bandsOf('')).toBeNull();
});

test('whatever the text: the same text has the same twenty bands, each a number a column can hold', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
			const bands = bandsOf(text);
			expect(bandsOf(text)).toEqual(bands);
			if (!bands) return;
			expect(bands).toHaveLength(20);
			expect(bands.every((band) => Number.isInteger(band) && Math.abs(band) <= 2 ** 31)).toBe(true);
		})
	);
});

test('the signature stays as it is: kept ones must compare with new ones', () => {
	const text =
		'De verkoper belde drie keer op een avond en wilde van geen nee horen, hoe ik ook vroeg.';
	expect(bandsOf(text)!.slice(0, 3)).toMatchInlineSnapshot(`
		[
		  -1119515575,
		  -207895003,
		  1982228162,
		]
	`);
});
