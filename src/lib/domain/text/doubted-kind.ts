import type { Kind } from '../report/taxonomy.ts';

/** Surer than this of the other kind, and we ask. */
const sure: Readonly<Record<Kind, number>> = { complaint: 0.9, compliment: 0.9 };
/** Where asking costs a page: plain words lean to a complaint without saying so, praise never does. */
export const sureEnoughToAskAgain: typeof sure = { complaint: 0.97, compliment: 0.94 };
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
