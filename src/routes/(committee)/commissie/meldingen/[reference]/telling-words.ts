import { explain } from '#lib/domain/text/classify.ts';
import type { Report } from '#lib/server/committee.ts';

const most = 6;
/** A word that adds less than this share of the strongest says nothing to a reader. */
const leastShare = 0.15;

/** Per category that was suggested: the words of the narrative that spoke for it, strongest first. */
export function tellingWords({ narrative, channel, categories }: Report): Record<string, string[]> {
	if (!narrative) return {};
	return Object.fromEntries(
		categories
			.filter(({ source }) => source === 'suggested')
			.map(({ code }) => {
				const words = explain({ text: narrative, channel }, code);
				const least = (words[0]?.weight ?? 0) * leastShare;
				const telling = words.filter(
					({ word, weight }) => /\p{L}{2}/u.test(word) && weight >= least
				);
				return [code, telling.slice(0, most).map(({ word }) => word)];
			})
	);
}
