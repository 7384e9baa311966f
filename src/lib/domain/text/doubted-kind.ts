import type { Kind } from '../report/taxonomy.ts';

/**
 * Surer than this that a story is of the other kind, and we ask. Measured on texts the model had
 * not seen; see docs/statistics.md, "When the form asks about the kind".
 */
const sure: Readonly<Record<Kind, number>> = { complaint: 0.9, compliment: 0.8 };
/** Where asking costs a page, at most one report in a hundred is asked in vain. */
export const sureEnoughToAskAgain: typeof sure = { complaint: 0.97, compliment: 0.8 };
const shortestStory = 20;

/** The kind that a story reads as, when it is clearly not the kind that was chosen. */
export function doubtedKind(
	chosen: Kind | '',
	narrative: string,
	{ kind, kind_score, suggested }: { kind: Kind; kind_score: number; suggested: readonly string[] },
	threshold = sure
): Kind | null {
	const isClear = narrative.trim().length >= shortestStory && suggested.length > 0;
	return isClear && kind !== chosen && kind_score > threshold[kind] ? kind : null;
}
