import { categories, kindOf, type CategoryCode, type Kind } from '../../report/taxonomy.ts';
import type { Reading } from '../features.ts';
import type { Scores } from '../decide.ts';
import { fitLogistic, score, type Fit, type Rows, type TextRows } from './logistic.ts';
import { tellingRatios } from './ratios.ts';
import { roomForCopies, thinCopies } from './thinned.ts';
import { settings, type HeadSettings } from './settings.ts';

export type Example = {
	reading: Reading;
	kind: Kind;
	categories: CategoryCode[];
	/** Written for training only: never a test text, never a tuning text. */
	isOwn: boolean;
	/**
	 * Own, by a hand that saw no other text: rich in words and scenes, but which of two categories
	 * such a writer names first differs a little.
	 */
	isByStranger: boolean;
	/** The first few words of a given text, as little as a hasty reporter would write. */
	beginnings: Reading[];
	/** Written after reading texts that were misjudged: never in training where those are judged. */
	isAfterthought: boolean;
};

export type Heads = {
	kind: Fit;
	categories: Record<CategoryCode, Fit>;
	wide: Record<CategoryCode, Fit>;
};

export const perCode = <Value>(make: (code: CategoryCode) => Value): Record<CategoryCode, Value> =>
	Object.fromEntries(categories.map((code) => [code, make(code)])) as Record<CategoryCode, Value>;

/** Several fits as one: where each errs in its own way, their mean errs less. */
const meanOf = (fits: readonly Fit[]): Fit => ({
	bias: fits.reduce((sum, { bias }) => sum + bias, 0) / fits.length,
	weights: fits[0]!.weights.map(
		(_, column) => fits.reduce((sum, { weights }) => sum + weights[column]!, 0) / fits.length
	)
});

export function fitHeads(
	rows: Rows,
	examples: readonly Example[],
	chosen: readonly number[]
): Heads {
	const copies = roomForCopies(rows, chosen, settings.copies);
	const fit = (
		among: readonly number[],
		{ cost: base, positiveCost, strangersCost, ratioShares }: HeadSettings,
		isPositive: (example: Example) => boolean
	): Fit => {
		const target = among.map((at) => (isPositive(examples[at]!) ? 1 : 0));
		const cost = among.map(
			(at, place) =>
				(base / settings.copies) *
				(examples[at]!.isOwn ? settings.ownCost : 1) *
				(examples[at]!.isByStranger ? strangersCost : 1) *
				(target[place] ? positiveCost : 1)
		);
		const repeat = (values: number[]): number[] =>
			Array.from({ length: settings.copies }, () => values).flat();
		const fits = ratioShares.map((share, place) => {
			const ratios = tellingRatios(rows, among, target, share);
			const drawn = place * settings.copies;
			thinCopies(rows, among, ratios, settings, drawn, copies);
			const { bias, weights } = fitLogistic(copies, repeat(target), repeat(cost));
			// The ratios go into the weights: what reads a text needs to know nothing of them.
			return { bias, weights: weights.map((weight, column) => weight * ratios[column]!) };
		});
		return meanOf(fits);
	};
	const ofKind = (kind: Kind | undefined): number[] =>
		chosen.filter((at) => examples[at]!.kind === kind);
	const has =
		(code: CategoryCode) =>
		({ categories }: Example): boolean =>
			categories.includes(code);
	return {
		kind: fit(chosen, settings.kind, ({ kind }) => kind === 'compliment'),
		categories: perCode((code) => fit(ofKind(kindOf(code)), settings.category, has(code))),
		wide: perCode((code) => fit(chosen, settings.wide, has(code)))
	};
}

export const scoresOf = (rows: TextRows, row: number, heads: Heads): Scores => ({
	known: rows.known[row]!,
	kind: score(rows, row, heads.kind),
	categories: perCode((code) => score(rows, row, heads.categories[code])),
	wide: perCode((code) => score(rows, row, heads.wide[code]))
});
