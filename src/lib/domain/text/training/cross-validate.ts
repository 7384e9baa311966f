/** `node cross-validate.ts [seeds] [folds]`: figures on texts the model has not seen. */
import { createHash } from 'node:crypto';
import { categories } from '../../report/taxonomy.ts';
import { decide, type Calibration, type Classification } from '../decide.ts';
import type { Reading } from '../features.ts';
import { doubtsOf, figuresOf, type Judged } from './figures.ts';
import { deal, dealAlike, isShort } from './folds.ts';
import { scoresOf, type Example } from './heads.ts';
import { learn } from './learn.ts';
import {
	afterthoughts,
	givenExamples,
	heldOutExamples,
	narratives,
	ownExamples,
	strangersExamples
} from './texts.ts';
import { vectorise } from './vocabulary.ts';

/** Given texts, and texts of a few words: beginnings of given ones and own short ones. */
type Unseen = { judged: Judged[]; beginnings: Judged[]; short: Judged[] };

/** Each text judged by a model, cuts and curves included, learnt without its fold. */
function judgeUnseen(
	given: readonly Example[],
	own: readonly Example[],
	folds: number,
	seed: number
): Unseen {
	const shortOwn = own.filter(isShort);
	const [fold, shortFold] = [deal(given, folds, seed), dealAlike(shortOwn, folds, seed)];
	const unseen: Unseen = { judged: [], beginnings: [], short: [] };
	for (let held = 0; held < folds; held++) {
		const heldShort = shortOwn.filter((_, at) => shortFold[at] === held);
		const training = given
			.filter((_, at) => fold[at] !== held)
			.concat(own.filter((example) => !heldShort.includes(example)));
		const { vocabulary, heads, calibration } = learn(training, seed + 17);
		const judge = (readings: readonly Reading[]): Classification[] => {
			const rows = vectorise(readings, vocabulary);
			return readings.map((_, row) => decide(scoresOf(rows, row, heads), calibration));
		};
		given.forEach((example, at) => {
			if (fold[at] !== held) return;
			const [whole, ...parts] = judge([example.reading, ...example.beginnings]);
			unseen.judged[at] = { example, judged: whole! };
			unseen.beginnings.push(...parts.map((judged) => ({ example, judged })));
		});
		judge(heldShort.map(({ reading }) => reading)).forEach((judged, at) =>
			unseen.short.push({ example: heldShort[at]!, judged })
		);
		doubts.push(calibration.doubt);
	}
	return unseen;
}

/** The texts in another voice, judged by what is learnt from all the others. */
function judgeHeldOut(training: readonly Example[]): Judged[] {
	const { vocabulary, heads, calibration } = learn(training, 1);
	const examples = heldOutExamples();
	const rows = vectorise(
		examples.map(({ reading }) => reading),
		vocabulary
	);
	return examples.map((example, row) => ({
		example,
		judged: decide(scoresOf(rows, row, heads), calibration)
	}));
}

/** Misjudged texts of the first half may be read to improve the model; the second is only measured. */
const isOfReadHalf = (id: string): boolean =>
	createHash('sha256').update(`half ${id}`).digest()[0]! % 2 === 0;

const [given, own] = [givenExamples(), [...ownExamples(), ...strangersExamples()]];
const sources = narratives('./narratives.jsonl');
const seeds = (process.argv[2] ?? '1,2,3').split(',').map(Number);
const folds = Number(process.argv[3] ?? 5);
const doubts: Calibration['doubt'][] = [];
const unseen = seeds.map((seed) => judgeUnseen(given, own, folds, seed));
const runs = unseen.map(({ judged }) => judged);

type Figures = ReturnType<typeof figuresOf>;
const mean = (values: readonly number[]): string =>
	(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);

function tell(name: string, isIn: (source: (typeof sources)[number]) => boolean): void {
	const figures = runs.map((run) => figuresOf(run.filter((_, at) => isIn(sources[at]!))));
	const cell = (pick: (figures: Figures) => number) => mean(figures.map(pick));
	const size = sources.filter(isIn).length;
	const cells = [cell((f) => f.first), cell((f) => f.macroF1), cell((f) => f.kind)];
	console.log(`| ${name} | ${size} | ${cells.join(' | ')} |`);
}

console.log(
	`${given.length} given, ${own.length} own texts; ${folds} folds; seeds ${seeds.join()}`
);
console.log('\n| texts | number | first | macro-F1 | kind |');
tell('all', () => true);
tell('Dutch', ({ lang }) => lang === 'nl');
tell('English', ({ lang }) => lang === 'en');
tell('half whose errors were read', ({ id }) => isOfReadHalf(id));
tell('half only measured', ({ id }) => !isOfReadHalf(id));

for (const [name, training] of [
	['in another voice', [...given, ...own]],
	['the same, with the afterthoughts', [...given, ...own, ...afterthoughts()]]
] as const) {
	const heldOut = judgeHeldOut(training);
	const { first, macroF1, kind } = figuresOf(heldOut);
	const cells = [first, macroF1, kind].map((value) => value.toFixed(3));
	console.log(`| ${name} | ${heldOut.length} | ${cells.join(' | ')} |`);
}

const figures = runs.map((run) => figuresOf(run));
const each = figures.map((f) => [f.first, f.macroF1, f.kind].map((x) => x.toFixed(3)).join(' '));
console.log(`\neach run: ${each.join('; ')}\n`);
for (const code of categories) {
	const cell = (key: 'precision' | 'recall' | 'f1') =>
		mean(figures.map(({ perCategory }) => perCategory[code][key]));
	console.log(`| ${code} | ${cell('precision')} | ${cell('recall')} | ${cell('f1')} |`);
}

console.log('\n| sure from | complaints: asks wrongly | misses | compliments: … | … |');
for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.98, 0.99]) {
	const cells = (['complaint', 'compliment'] as const).flatMap((kind) => {
		const doubts = runs.map((run) => doubtsOf(run, kind, threshold));
		return [mean(doubts.map((d) => d.asksWrongly)), mean(doubts.map((d) => d.misses))];
	});
	console.log(`| ${threshold} | ${cells.join(' | ')} |`);
}

/** Per band of what was said: how many texts, what was said on average, and how often it was so. */
function tellReliability(name: string, texts: readonly { said: number; isSo: boolean }[]): void {
	console.log(`\n| ${name} | texts | said | was so |`);
	const bands = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
	bands.slice(1).forEach((to, at) => {
		const among = texts.filter(({ said }) => said >= bands[at]! && said < to);
		if (among.length === 0) return;
		const [said, so] = [mean(among.map((t) => t.said)), mean(among.map((t) => (t.isSo ? 1 : 0)))];
		const size = Math.round(among.length / seeds.length);
		console.log(`| ${bands[at]!}–${Math.min(1, to)} | ${size} | ${said} | ${so} |`);
	});
}

const doubtsOn = (what: 'kind' | 'categories'): string => mean(doubts.map((d) => d[what]));
console.log(`\ndoubt: kind ${doubtsOn('kind')}, categories ${doubtsOn('categories')}`);
for (const part of ['judged', 'beginnings', 'short'] as const) {
	const texts = unseen.flatMap((run) => run[part]);
	const { first, kind } = figuresOf(texts);
	const silent = mean(texts.map(({ judged }) => (judged.suggested.length === 0 ? 1 : 0)));
	console.log(`\n${part}: first ${first.toFixed(3)}, kind ${kind.toFixed(3)}, none ${silent}`);
	tellReliability(
		`first of ${part}`,
		texts.map(({ example, judged: { categories } }) => ({
			said: categories[0]!.score,
			isSo: example.categories.includes(categories[0]!.code)
		}))
	);
	tellReliability(
		`kind of ${part}`,
		texts.map(({ example, judged: { kind, kind_score } }) => ({
			said: kind_score,
			isSo: example.kind === kind
		}))
	);
}
