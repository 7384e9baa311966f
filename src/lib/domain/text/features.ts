import { findConcepts, negators, type ConceptHit } from './concepts.ts';
import { tokenize, type Token } from './tokenize.ts';

/** A feature seen in a text: how strongly, and by which words (indexes of tokens). */
export type Feature = { name: string; value: number; tokens: number[] };
export type Reading = { tokens: Token[]; features: Feature[] };

/** The families share one vector, each scaled to its own length so that no family drowns another. */
export type Family = 'word' | 'pair' | 'part' | 'concept' | 'order' | 'ending';
const families: Record<string, Family> = {
	w: 'word',
	b: 'pair',
	c: 'part',
	k: 'concept',
	o: 'order',
	e: 'ending'
};
export const familyOf = (name: string): Family => families[name[0]!]!;

class Collector {
	readonly found = new Map<string, Feature>();

	add(name: string, tokens: number[]): void {
		const seen = this.found.get(name);
		if (seen) {
			seen.value++;
			seen.tokens.push(...tokens);
		} else this.found.set(name, { name, value: 1, tokens });
	}
}

const range = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, step) => first + step);

function addWords(tokens: Token[], into: Collector): void {
	let negatedUntil = -1;
	tokens.forEach((token, at) => {
		into.add(`w:${token.word}`, [at]);
		if (token.isQuoted) into.add(`w:"${token.word}`, [at]);
		const next = tokens[at + 1];
		if (next && next.sentence === token.sentence)
			into.add(`b:${token.word} ${next.word}`, [at, at + 1]);
		const afterNext = tokens[at + 2];
		if (afterNext && afterNext.sentence === token.sentence)
			into.add(`b:${token.word} _ ${afterNext.word}`, [at, at + 2]);
		if (at <= negatedUntil) into.add(`w:!${token.word}`, [at]);
		if (negators.has(token.word)) negatedUntil = at + 2;
	});
}

/** Parts of words carry over spelling errors, inflection and Dutch compounds. */
function addParts(tokens: Token[], into: Collector): void {
	tokens.forEach(({ word }, at) => {
		if (word.length < 4 || word.startsWith('#')) return;
		const bounded = `^${word}$`;
		for (let size = 3; size <= 5; size++) {
			for (let from = 0; from + size <= bounded.length; from++) {
				into.add(`c:${bounded.slice(from, from + size)}`, [at]);
			}
		}
	});
}

/** What a story comes to stands in its last sentence, whatever came before. */
function addEnding(tokens: Token[], into: Collector): void {
	const last = tokens.at(-1)?.sentence ?? 0;
	if (last === tokens[0]?.sentence) return;
	tokens.forEach(({ word, sentence }, at) => {
		if (sentence === last) into.add(`e:${word}`, [at]);
	});
}

/**
 * Ideas, and which comes before which: praise that is followed by an insult is not the same as the
 * reverse, nor an objection before "again" the same as one after it.
 */
function addConcepts(hits: ConceptHit[], into: Collector): void {
	const places = new Map<string, { earliest: ConceptHit; latest: ConceptHit }>();
	for (const hit of hits) {
		const name = hit.negated ? `not ${hit.concept}` : hit.concept;
		into.add(`k:${name}`, range(hit.first, hit.last));
		const known = places.get(name);
		if (!known) places.set(name, { earliest: hit, latest: hit });
		else if (hit.first > known.latest.first) known.latest = hit;
		else if (hit.last < known.earliest.last) known.earliest = hit;
	}
	for (const [before, { earliest }] of places) {
		for (const [after, { latest }] of places) {
			if (before === after || earliest.last >= latest.first) continue;
			const tokens = [...range(earliest.first, earliest.last), ...range(latest.first, latest.last)];
			into.add(`o:${before}>${after}`, tokens);
		}
	}
}

/** The texts know three ways of contact; a stand and a message are among their others. */
const isLearnt = (channel: string): boolean => ['phone', 'door', 'street'].includes(channel);

const quotesIn = (tokens: Token[]): number =>
	tokens.filter(({ isQuoted }, at) => isQuoted && !tokens[at - 1]?.isQuoted).length;

const lengthBands = [6, 12, 25, 50, 100];

export function read(text: string, channel?: string): Reading {
	const tokens = tokenize(text);
	const into = new Collector();
	addWords(tokens, into);
	addParts(tokens, into);
	addEnding(tokens, into);
	addConcepts(findConcepts(tokens), into);
	into.add(`k:quotes ${Math.min(2, quotesIn(tokens))}`, []);
	if (channel) into.add(`k:channel ${isLearnt(channel) ? channel : 'other'}`, []);
	into.add(`k:length ${lengthBands.filter((band) => tokens.length > band).length}`, []);
	return { tokens, features: [...into.found.values()] };
}
