import type { Scores } from '../decide.ts';
import { fitHeads, scoresOf, type Example } from './heads.ts';
import type { Rows } from './logistic.ts';

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

/** Scores for given texts by heads that never saw them; own texts only ever train, afterthoughts not even that. */
export function outOfFold(
	rows: Rows,
	examples: readonly Example[],
	folds: number,
	seed: number
): Map<number, Scores> {
	const everyone = examples.map((_, at) => at);
	const given = everyone.filter((at) => !examples[at]!.isOwn);
	const own = everyone.filter((at) => examples[at]!.isOwn && !examples[at]!.isAfterthought);
	const givenExamples = given.map((at) => examples[at]!);
	const fold = deal(givenExamples, folds, seed);
	const scores = new Map<number, Scores>();
	for (let held = 0; held < folds; held++) {
		const training = given.filter((_, place) => fold[place] !== held).concat(own);
		const heads = fitHeads(rows, examples, training);
		given.forEach((at, place) => {
			if (fold[place] === held) scores.set(at, scoresOf(rows, at, heads));
		});
	}
	return scores;
}
