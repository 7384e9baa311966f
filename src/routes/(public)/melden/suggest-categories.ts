import { categories, kinds, type CategoryCode, type Kind } from '#lib/domain/report/taxonomy.ts';

export type Suggestion = {
	kind: Kind;
	kind_score: number;
	suggested: CategoryCode[];
	masked: string | null;
};

/** Asks what a text is about, and how others will read it when something in it is masked. A suggestion is a courtesy: without an answer there is none. */
export async function suggestCategories(
	text: string,
	locale: string,
	signal: AbortSignal
): Promise<Suggestion | null> {
	try {
		const response = await fetch('/api/v1/classify', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ text, lang: locale }),
			signal
		});
		if (!response.ok) return null;
		const { kind, kind_score, suggested, masked } = await response.json();
		if (!kinds.includes(kind) || !Array.isArray(suggested)) return null;
		return {
			kind,
			kind_score,
			suggested: suggested.filter((code) => categories.includes(code)),
			masked
		};
	} catch {
		return null;
	}
}
