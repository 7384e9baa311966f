import type { Kind } from '../report/taxonomy.ts';

/** Surer than this of the other kind, and we ask. */
const sure = 0.9;
const shortestStory = 20;

/** The kind that a story reads as, when it is clearly not the kind that was chosen. */
export function doubtedKind(
	chosen: Kind | '',
	narrative: string,
	{ kind, kind_score, suggested }: { kind: Kind; kind_score: number; suggested: readonly string[] }
): Kind | null {
	const isClear = narrative.trim().length >= shortestStory && suggested.length > 0;
	return isClear && kind !== chosen && kind_score > sure ? kind : null;
}
