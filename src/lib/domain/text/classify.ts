import { categoriesOf, type CategoryCode, type Kind } from '../report/taxonomy.ts';

/** What a text seems to be about; scores are probabilities. */
export type Classification = {
	kind: Kind;
	kind_score: number;
	categories: { code: CategoryCode; score: number }[];
	/** What a form would pre-select, the primary one first. */
	suggested: CategoryCode[];
};

/** Without a trained model every category is as likely as the next, and none is suggested. */
export function classify(_: {
	text: string;
	lang?: 'nl' | 'en';
	channel?: string;
}): Classification {
	const codes = categoriesOf.complaint;
	return {
		kind: 'complaint',
		kind_score: 0.5,
		categories: codes.map((code) => ({ code, score: 1 / codes.length })),
		suggested: []
	};
}
