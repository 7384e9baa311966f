import type { Scores } from '../decide.ts';
import { fitHeads, scoresOf, type Example } from './heads.ts';
import type { TextRows } from './logistic.ts';

/** Fold numbers that spread every kind and primary category evenly; `seed` turns the deal. */
export function deal(examples: readonly Example[], folds: number, seed: number): number[] {
	let state = (Math.imul(seed, 2654435761) + 1) >>> 0;
	const random = (): number => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const order = examples
		.map((example, at) => ({ at, key: example.categories[0]!, turn: random() }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.turn - b.turn));
	const fold = new Array<number>(examples.length).fill(0);
	order.forEach(({ at }, place) => (fold[at] = place % folds));
	return fold;
}

/** As `deal`, with texts that say the same in one fold, whatever they were filed under. */
export function dealAlike(examples: readonly Example[], folds: number, seed: number): number[] {
	const said = examples.map(({ reading }) => reading.tokens.map(({ word }) => word).join(' '));
	const different = [...new Set(said)];
	const fold = deal(
		different.map((words) => examples[said.indexOf(words)]!),
		folds,
		seed
	);
	return said.map((words) => fold[different.indexOf(words)]!);
}

/** A text of a few words, and its scores by heads that never saw it. */
export type Hint = { example: Example; scores: Scores };

const fewWords = 4;
/** What a hasty reporter leaves it at. */
export const isShort = ({ reading }: Example): boolean => reading.tokens.length <= fewWords;

/**
 * Scores for given texts by heads that never saw them; own texts only ever train, afterthoughts not
 * even that. Beside these, hints: the beginnings of given texts, and own texts of a few words.
 */
export function outOfFold(
	rows: TextRows,
	beginnings: readonly TextRows[],
	examples: readonly Example[],
	folds: number,
	seed: number
): { scores: Map<number, Scores>; hints: Hint[] } {
	const everyone = examples.map((_, at) => at);
	const given = everyone.filter((at) => !examples[at]!.isOwn);
	const own = everyone.filter((at) => examples[at]!.isOwn && !examples[at]!.isAfterthought);
	const short = own.filter((at) => isShort(examples[at]!));
	const foldOf = new Map<number, number>();
	for (const dealt of [given, short]) {
		const fold = dealAlike(
			dealt.map((at) => examples[at]!),
			folds,
			seed
		);
		dealt.forEach((at, place) => foldOf.set(at, fold[place]!));
	}
	const scores = new Map<number, Scores>();
	const hints: Hint[] = [];
	for (let held = 0; held < folds; held++) {
		const training = [...given, ...own].filter((at) => foldOf.get(at) !== held);
		const heads = fitHeads(rows, examples, training);
		for (const [at, fold] of foldOf) {
			if (fold !== held) continue;
			const example = examples[at]!;
			const told = scoresOf(rows, at, heads);
			if (example.isOwn) hints.push({ example, scores: told });
			else scores.set(at, told);
			example.beginnings.forEach((_, place) =>
				hints.push({ example, scores: scoresOf(beginnings[at]!, place, heads) })
			);
		}
	}
	return { scores, hints };
}
