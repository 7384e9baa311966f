import { findConcepts, negators, type ConceptHit } from './concepts.ts';
import { tokenize, type Token } from './tokenize.ts';

/** A feature seen in a text: how strongly, and by which words (indexes of tokens). */
export type Feature = { name: string; value: number; tokens: number[] };
export type Reading = { tokens: Token[]; features: Feature[] };

/** The families share one vector, each scaled to its own length so that no family drowns another. */
export type Family = 'word' | 'pair' | 'part' | 'concept';
export const familyOf = (name: string): Family =>
	name[0] === 'w' ? 'word' : name[0] === 'b' ? 'pair' : name[0] === 'c' ? 'part' : 'concept';

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

/** Pairs of ideas that mean something else together than apart, when said in one breath. */
const telling: ReadonlyArray<readonly [string, string]> = [
	['objection', 'earlier'],
	['objection', 'again'],
	['objection', 'promised'],
	['objection', 'objection_refused'],
	['objection', 'objection_kept'],
	['objection', 'counted_times'],
	['said_no', 'keeps_going'],
	['said_no', 'counted_times'],
	['said_no', 'again'],
	['said_no', 'earlier'],
	['said_no', 'insult'],
	['said_no', 'polite'],
	['sticker', 'again'],
	['earlier', 'again'],
	['pretended', 'authority'],
	['disguised_sale', 'wrong_facts'],
	['price', 'wrong_facts'],
	['contrast', 'praise'],
	['contrast', 'polite'],
	['praise', 'again'],
	['praise', 'bad_moment'],
	['praise', 'turned_badly'],
	['praise', 'sarcasm'],
	['praise', 'said_no'],
	['polite', 'turned_badly'],
	['polite', 'keeps_going'],
	['promised', 'again'],
	['promised', 'objection_kept'],
	['objection', 'let_go'],
	['sticker', 'let_go'],
	['said_no', 'let_go'],
	['bad_moment', 'let_go'],
	['solved', 'no_gain'],
	['complaint_words', 'turned_well'],
	['again', 'turned_well']
];

function addConcepts(hits: ConceptHit[], tokens: Token[], into: Collector): void {
	for (const { concept, first, last, negated } of hits) {
		into.add(negated ? `k:not ${concept}` : `k:${concept}`, range(first, last));
	}
	const places = (concept: string): ConceptHit[] => hits.filter((hit) => hit.concept === concept);
	for (const [one, other] of telling) {
		const others = places(other);
		if (others.length === 0) continue;
		for (const hit of places(one)) {
			const sentence = tokens[hit.first]!.sentence;
			const distance = (mate: ConceptHit): number =>
				Math.abs(tokens[mate.first]!.sentence - sentence);
			const mate = others.find(
				(candidate) => candidate.first !== hit.first && distance(candidate) <= 1
			);
			if (!mate) continue;
			const name = distance(mate) === 0 ? `k:${one} + ${other}` : `k:${one} near ${other}`;
			into.add(name, [...range(hit.first, hit.last), ...range(mate.first, mate.last)]);
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
	addConcepts(findConcepts(tokens), tokens, into);
	into.add(`k:quotes ${Math.min(2, quotesIn(tokens))}`, []);
	if (channel) into.add(`k:channel ${isLearnt(channel) ? channel : 'other'}`, []);
	into.add(`k:length ${lengthBands.filter((band) => tokens.length > band).length}`, []);
	return { tokens, features: [...into.found.values()] };
}
