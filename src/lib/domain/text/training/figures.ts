import { categories, type Kind } from '../../report/taxonomy.ts';
import type { Classification } from '../decide.ts';
import { perCode, type Example } from './heads.ts';

/** A text of which both the truth and what the model made of it are known. */
export type Judged = { example: Example; judged: Classification };

export function figuresOf(texts: readonly Judged[]) {
	const share = (holds: (text: Judged) => boolean): number =>
		texts.filter(holds).length / texts.length;
	const perCategory = perCode((code) => {
		let [hits, shown, wanted] = [0, 0, 0];
		for (const { example, judged } of texts) {
			const isShown = judged.suggested.includes(code);
			const isWanted = example.categories.includes(code);
			if (isShown) shown++;
			if (isWanted) wanted++;
			if (isShown && isWanted) hits++;
		}
		const precision = hits / Math.max(1, shown);
		const recall = hits / Math.max(1, wanted);
		return { precision, recall, f1: (2 * hits) / Math.max(1, shown + wanted) };
	});
	const sum = categories.reduce((total, code) => total + perCategory[code].f1, 0);
	return {
		first: share(({ example, judged }) => example.categories.includes(judged.suggested[0]!)),
		macroF1: sum / categories.length,
		kind: share(({ example, judged }) => judged.kind === example.kind),
		perCategory
	};
}

/**
 * Of texts of one kind: how often the form would ask about the other kind although they were filed
 * rightly, and how often it would say nothing had they been filed as the other kind.
 */
export function doubtsOf(texts: readonly Judged[], kind: Kind, threshold: number) {
	const ofKind = texts.filter(({ example }) => example.kind === kind);
	const readsAs = (side: Kind): number =>
		ofKind.filter(({ judged }) => judged.kind === side && judged.kind_score > threshold).length;
	const other: Kind = kind === 'complaint' ? 'compliment' : 'complaint';
	return {
		asksWrongly: readsAs(other) / ofKind.length,
		misses: 1 - readsAs(kind) / ofKind.length
	};
}
