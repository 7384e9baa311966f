import type { CategoryCode } from '../report/taxonomy.ts';
import { decide, type Classification } from './decide.ts';
import { read } from './features.ts';
import { model, type Head } from './model.ts';
import type { Token } from './tokenize.ts';
import { knownWords, weigh, type Cell } from './vector.ts';

export type { Classification } from './decide.ts';

/** The texts tell their language by their words; `lang` is accepted because the form knows it. */
export type Narrative = { text: string; lang?: 'nl' | 'en'; channel?: string };

/** One word of an explanation, where it first stands in the text, and how much it weighed. */
export type WeighedWord = { word: string; weight: number; start: number; end: number };

const fewestWords = 2;

const score = (cells: readonly Cell[], { bias, weights }: Head): number =>
	cells.reduce((sum, { column, value }) => sum + value * weights[column]!, bias);

function scoreAll(cells: readonly Cell[], heads: Record<CategoryCode, Head>) {
	return Object.fromEntries(
		Object.entries(heads).map(([code, head]) => [code, score(cells, head)])
	) as Record<CategoryCode, number>;
}

/** A suggestion needs words, at least one of them known: emoji alone say how, not what. */
const saysSomething = (tokens: readonly Token[], known: number): boolean =>
	known > 0 && tokens.filter(({ word }) => /\p{L}/u.test(word)).length >= fewestWords;

/** What a report is about, as far as its words tell; a suggestion for the form, never a ruling. */
export function classify({ text, channel }: Narrative): Classification {
	const { tokens, features } = read(text, channel);
	const cells = weigh(features, model.vocabulary);
	const scores = {
		known: knownWords(features, model.vocabulary),
		kind: score(cells, model.kind),
		categories: scoreAll(cells, model.categories),
		wide: scoreAll(cells, model.wide)
	};
	const classification = decide(scores, model.calibration);
	return saysSomething(tokens, scores.known)
		? classification
		: { ...classification, suggested: [] };
}

/** The words that spoke for a category, strongest first; words of one phrase share its weight. */
export function explain({ text, channel }: Narrative, code: CategoryCode): WeighedWord[] {
	const { tokens, features } = read(text, channel);
	const { weights } = model.categories[code];
	const words = new Map<string, WeighedWord>();
	for (const cell of weigh(features, model.vocabulary)) {
		const share = (cell.value * weights[cell.column]!) / cell.tokens.length;
		for (const at of cell.tokens) {
			const { word, surface, start, end } = tokens[at]!;
			const known = words.get(word);
			if (known) known.weight += share;
			else words.set(word, { word: surface, weight: share, start, end });
		}
	}
	return [...words.values()].filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}
