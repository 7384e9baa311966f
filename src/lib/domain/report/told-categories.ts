import { classify } from '../text/classify.ts';
import { subCategoryOf } from '../text/sub-categories.ts';
import type { ReportSubmission } from './submission.ts';
import type { CategoryCode } from './taxonomy.ts';

/** The reporter's own categories, or else what the text suggests; each with its score. */
export function toldCategories(
	sent: Pick<ReportSubmission, 'kind' | 'channel' | 'categories' | 'narrative' | 'locale'>
) {
	const text = sent.narrative ?? '';
	const { kind, categories, suggested } = classify({
		text,
		lang: sent.locale,
		channel: sent.channel
	});
	const scoreOf = new Map<string, number>(categories.map(({ code, score }) => [code, score]));
	const told = (code: CategoryCode, source: 'reporter' | 'suggested') => ({
		code,
		source,
		score: scoreOf.get(code) ?? null,
		sub_category: subCategoryOf({ text, channel: sent.channel }, code)
	});
	const chosen = [...new Set(sent.categories)];
	if (chosen.length > 0) {
		return chosen.map((code) => told(code, 'reporter'));
	}
	// A text that reads as the other kind suggests nothing that fits this one.
	if (kind !== sent.kind) return [];
	return suggested.map((code) => told(code, 'suggested'));
}
