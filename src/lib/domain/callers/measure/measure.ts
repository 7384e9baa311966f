import { chanceOf } from '../../probability/chance.ts';
import { findCallers } from '../find-callers.ts';
import { ownWords } from '../../text/training/own-words.ts';
import { bCubed, pairwise, type Agreement } from './agreement.ts';
import { inventCallers, type InventedWorld } from './invent-callers.ts';

export type CallerFigures = { pairs: Agreement; numbers: Agreement; numbersOfCallers: Agreement };

/** Groups an invented world and compares with whose the numbers truly are. */
export async function measureCallers(seed: number, sizes?: { callers: number; others: number }) {
	const world = inventCallers(chanceOf(seed), ownWords, sizes);
	return { ...(await agreementOf(world)), numberCount: world.numbers.length };
}

async function agreementOf({ numbers, truth }: InventedWorld): Promise<CallerFigures> {
	const found = new Map([...truth.keys()].map((number) => [number, number]));
	(await findCallers(numbers)).forEach((caller) =>
		caller.numbers.forEach((number) => found.set(number, caller.numbers[0]!))
	);
	return {
		pairs: pairwise(found, truth),
		numbers: bCubed(found, truth),
		numbersOfCallers: bCubed(found, truth, (number) => truth.get(number)!.startsWith('caller'))
	};
}

/** The mean over worlds. */
export function meanOf(figures: readonly CallerFigures[]): CallerFigures {
	const mean = (of: (one: CallerFigures) => Agreement): Agreement => ({
		precision: figures.reduce((sum, one) => sum + of(one).precision, 0) / figures.length,
		recall: figures.reduce((sum, one) => sum + of(one).recall, 0) / figures.length
	});
	return {
		pairs: mean(({ pairs }) => pairs),
		numbers: mean(({ numbers }) => numbers),
		numbersOfCallers: mean(({ numbersOfCallers }) => numbersOfCallers)
	};
}
