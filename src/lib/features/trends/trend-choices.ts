type Labelled = { code: string; label_nl: string; label_en: string };
type Choice = { value: string; label: string };

/** What the trends and the reports can be narrowed to, in one language. */
export type TrendChoices = Record<
	'kinds' | 'channels' | 'categories' | 'sectors' | 'provinces',
	Choice[]
>;

export function trendChoices(
	taxonomy: Record<keyof TrendChoices, Labelled[]>,
	locale: string
): TrendChoices {
	const choices = (rows: Labelled[]) =>
		rows.map((row) => ({ value: row.code, label: locale === 'en' ? row.label_en : row.label_nl }));
	return {
		kinds: choices(taxonomy.kinds),
		channels: choices(taxonomy.channels),
		categories: choices(taxonomy.categories),
		sectors: choices(taxonomy.sectors),
		provinces: choices(taxonomy.provinces)
	};
}
