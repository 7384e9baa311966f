import { familyOf, type Family, type Feature } from './features.ts';

export type Vocabulary = {
	index: ReadonlyMap<string, number>;
	/** Per column how rare the feature is: a word in every text says little. */
	rarity: ArrayLike<number>;
	scale: Readonly<Record<Family, number>>;
};

/** How many different words of a text the model knows; placeholders for numbers are none. */
export const knownWords = (features: readonly Feature[], { index }: Vocabulary): number =>
	features.filter(({ name }) => /^w:\p{L}/u.test(name) && index.has(name)).length;

export type Cell = { column: number; value: number; tokens: number[] };

/** TF-IDF, each family of features brought to its own fixed length, so that long texts weigh no more. */
export function weigh(features: readonly Feature[], vocabulary: Vocabulary): Cell[] {
	const squares: Partial<Record<Family, number>> = {};
	const cells: Array<Cell & { family: Family }> = [];
	for (const { name, value, tokens } of features) {
		const column = vocabulary.index.get(name);
		if (column === undefined) continue;
		const family = familyOf(name);
		const strength = (1 + Math.log(value)) * vocabulary.rarity[column]!;
		squares[family] = (squares[family] ?? 0) + strength ** 2;
		cells.push({ column, value: strength, tokens, family });
	}
	for (const cell of cells) {
		cell.value *= vocabulary.scale[cell.family] / Math.sqrt(squares[cell.family]!);
	}
	return cells;
}
