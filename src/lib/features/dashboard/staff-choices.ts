import { trendChoices, type TrendChoices } from '#lib/features/trends/trend-choices.ts';

type Labelled = { code: string; label_nl: string; label_en: string };

export type StaffChoices = TrendChoices & { subCategories: { value: string; label: string }[] };

/** What staff can narrow the trends and the reports to, in one language. */
export function staffChoices(
	taxonomy: Record<keyof TrendChoices | 'sub_categories', Labelled[]>,
	locale: string
): StaffChoices {
	return {
		...trendChoices(taxonomy, locale),
		subCategories: taxonomy.sub_categories.map(({ code, label_nl, label_en }) => ({
			value: code,
			label: `${code} ${locale === 'en' ? label_en : label_nl}`
		}))
	};
}
