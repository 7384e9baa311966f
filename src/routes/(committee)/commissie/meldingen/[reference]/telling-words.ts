import { explain } from '#lib/domain/text/classify.ts';
import { subCategoryOf } from '#lib/domain/text/sub-categories.ts';
import type { Report } from '#lib/server/reports/committee.ts';
import type { Taxonomy } from '#lib/server/register/taxonomy.ts';

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

/** Per suggested category what exactly seems to have happened, in words; where the text carries it. */
export function subCategories(
	{ narrative, channel, categories }: Report,
	{ sub_categories }: Taxonomy,
	locale: 'nl' | 'en'
): Record<string, string> {
	const labels = categories
		.filter(({ source }) => narrative && source === 'suggested')
		.map(({ code }) => {
			const meant = subCategoryOf({ text: narrative!, channel }, code);
			const known = sub_categories.find((each) => each.code === meant);
			return [code, known?.[`label_${locale}`] ?? ''];
		});
	return Object.fromEntries(labels);
}
