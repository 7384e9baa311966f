import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CategoryCode, Kind } from '../../report/taxonomy.ts';
import { read, type Reading } from '../features.ts';
import type { Example } from './heads.ts';

export type Narrative = {
	id: string;
	lang: 'nl' | 'en';
	kind: Kind;
	channel: string;
	categories: CategoryCode[];
	/** Only some files tell these two. */
	hand?: number;
	is_hard?: boolean;
	text: string;
};

const contents = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export const narratives = (name: string): Narrative[] =>
	contents(name)
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Narrative);

/** The first two, three and four words of a text that goes on after them. */
const beginningsOf = ({ text, channel }: Narrative): Reading[] => {
	const words = text.split(/\s+/);
	return [2, 3, 4]
		.filter((length) => length < words.length)
		.map((length) => read(words.slice(0, length).join(' '), channel));
};

type Origin = Pick<Example, 'isOwn' | 'isByStranger' | 'isAfterthought'>;
const examples = (name: string, origin: Partial<Origin> = {}): Example[] =>
	narratives(name).map(({ kind, channel, categories, text }) => ({
		reading: read(text, channel),
		kind,
		categories,
		isOwn: false,
		isByStranger: false,
		isAfterthought: false,
		beginnings: [],
		...origin
	}));

export const givenExamples = (): Example[] => {
	const given = narratives('./narratives.jsonl');
	return examples('./narratives.jsonl').map((example, at) => ({
		...example,
		beginnings: beginningsOf(given[at]!)
	}));
};
/** Stories, and texts of two to four words; some of these say nothing, and stand with every category. */
export const ownExamples = (): Example[] =>
	['./own-narratives.jsonl', './few-words.jsonl'].flatMap((name) =>
		examples(name, { isOwn: true })
	);
/** By fourteen writers who knew the taxonomy alone, each with other people, places and tones in mind. */
export const strangersExamples = (): Example[] =>
	examples('./strangers.jsonl', { isOwn: true, isByStranger: true });
/** Many tell a scene much like a given text that was misjudged: figures leave them out. */
export const afterthoughts = (): Example[] =>
	examples('./afterthoughts.jsonl', { isOwn: true, isAfterthought: true });
/** In another voice, and in no training at all. */
export const heldOutExamples = (): Example[] => examples('./held-out.jsonl');

const sources = [
	'./narratives.jsonl',
	'./own-narratives.jsonl',
	'./few-words.jsonl',
	'./strangers.jsonl',
	'./afterthoughts.jsonl',
	'./settings.ts',
	'./vocabulary.ts',
	'./heads.ts',
	'./folds.ts',
	'./calibrate.ts',
	'./doubt.ts',
	'./logistic.ts',
	'./ratios.ts',
	'./thinned.ts',
	'./learn.ts',
	'../tokenize.ts',
	'../concepts.ts',
	'../features.ts',
	'../vector.ts',
	'../decide.ts',
	'../lexicon/index.ts',
	'../lexicon/objection.ts',
	'../lexicon/pressure.ts',
	'../lexicon/conduct.ts',
	'../lexicon/deception.ts',
	'../lexicon/unwanted.ts',
	'../lexicon/praise.ts',
	'../lexicon/scenes.ts'
];

/** Tells whether a stored model still belongs to these texts and this code; layout does not count. */
export function hashOfInputs(): string {
	const hash = createHash('sha256');
	for (const source of sources)
		hash.update(source).update(contents(source).replace(/[\s,()]/g, ''));
	return hash.digest('hex');
}
