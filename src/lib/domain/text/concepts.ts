import { concepts } from './lexicon/index.ts';
import { tokenize, type Token } from './tokenize.ts';

export type ConceptHit = { concept: string; first: number; last: number; negated: boolean };

type Part = { word: string; isPrefix: boolean; mayBeFar: boolean };
type Phrase = { concept: string; parts: Part[]; saysNo: boolean };

export const negators = new Set(
	(
		'niet geen nooit zonder nergens niemand niks niets nee noch not no never without dont didnt doesnt wasnt ' +
		'isnt couldnt wouldnt wont cannot nothing nobody none hardly amper nauwelijks'
	).split(' ')
);
const longestGap = 4;

function compile(): Map<string, Phrase[]> {
	const byFirstWord = new Map<string, Phrase[]>();
	for (const [concept, text] of Object.entries(concepts)) {
		for (const written of text.split(';').map((phrase) => phrase.trim())) {
			const parts: Part[] = [];
			let mayBeFar = false;
			for (const piece of written.split(/\s+/).filter(Boolean)) {
				if (piece === '..') {
					mayBeFar = true;
					continue;
				}
				const isPrefix = piece.endsWith('*');
				const bare = isPrefix ? piece.slice(0, -1) : piece;
				const word = /^#/.test(bare) ? bare : (tokenize(bare)[0]?.word ?? bare);
				parts.push({ word, isPrefix, mayBeFar });
				mayBeFar = false;
			}
			const first = parts[0];
			if (!first) continue;
			const key = first.isPrefix ? `${first.word}*` : first.word;
			const phrase = { concept, parts, saysNo: parts.some((part) => negators.has(part.word)) };
			byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), phrase]);
		}
	}
	return byFirstWord;
}

const phrases = compile();

const fits = (part: Part, token: Token): boolean =>
	part.isPrefix ? token.word.startsWith(part.word) : token.word === part.word;

/** The place of the phrase's last word, or -1. A phrase does not run over the end of a sentence. */
function matchEnd(tokens: Token[], from: number, parts: Part[]): number {
	let at = from;
	for (const part of parts.slice(1)) {
		const furthest = at + 1 + (part.mayBeFar ? longestGap : 0);
		let found = -1;
		for (let next = at + 1; next <= furthest; next++) {
			const token = tokens[next];
			if (!token || token.sentence !== tokens[from]!.sentence) break;
			if (fits(part, token)) {
				found = next;
				break;
			}
		}
		if (found < 0) return -1;
		at = found;
	}
	return at;
}

/** "niet opdringerig", "drong niet aan": a negator just before, or right after, in the same clause. */
function isNegated(tokens: Token[], first: number, last: number): boolean {
	const clause = tokens[first]!.clause;
	for (let at = Math.max(0, first - 3); at <= last + 1; at++) {
		const token = tokens[at];
		if (token && token.clause === clause && negators.has(token.word)) return true;
	}
	return false;
}

export function findConcepts(tokens: Token[]): ConceptHit[] {
	const hits: ConceptHit[] = [];
	tokens.forEach((token, first) => {
		const candidates = [...(phrases.get(token.word) ?? [])];
		for (let length = 2; length <= token.word.length; length++) {
			candidates.push(...(phrases.get(`${token.word.slice(0, length)}*`) ?? []));
		}
		for (const { concept, parts, saysNo } of candidates) {
			const last = matchEnd(tokens, first, parts);
			if (last < 0) continue;
			const negated = !saysNo && isNegated(tokens, first, last);
			hits.push({ concept, first, last, negated });
		}
	});
	return hits;
}
