import {
	shrunkRatio,
	type Factor,
	type Factors,
	type RawFactors
} from '#lib/domain/shortlist/factors.ts';
import { formatCount } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

export const factorLabels: Record<Factor, () => string> = {
	volume: m.factor_volume,
	rate: m.factor_rate,
	persistence: m.factor_persistence,
	spread: m.factor_spread,
	severity: m.factor_severity,
	repeats: m.factor_repeats,
	non_response: m.factor_non_response,
	vulnerable: m.factor_vulnerable
};

/** The same within a sentence. */
export const factorNames: Record<Factor, () => string> = {
	volume: m.factor_volume_within,
	rate: m.factor_rate_within,
	persistence: m.factor_persistence_within,
	spread: m.factor_spread_within,
	severity: m.factor_severity_within,
	repeats: m.factor_repeats_within,
	non_response: m.factor_non_response_within,
	vulnerable: m.factor_vulnerable_within
};

export type Row = RawFactors & {
	expected_from: 'contacts' | 'mix';
	factors: Factors;
};

const decimal = (amount: number, locale: string) =>
	amount.toLocaleString(locale === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 1 });
const percent = (share: number, locale: string) => formatCount(Math.round(share * 100), locale);

/** The figure behind a factor, in the least room. */
export function figureOf(row: Row, factor: Factor, locale: string): string {
	switch (factor) {
		case 'volume':
			return formatCount(row.reports, locale);
		case 'rate':
			return `× ${decimal(shrunkRatio(row), locale)}`;
		case 'persistence':
			return m.figure_months({ count: row.months });
		case 'spread':
			return m.figure_provinces({ count: row.provinces });
		case 'severity':
			return percent(row.factors.severity, locale);
		case 'repeats':
			return formatCount(row.repeats, locale);
		case 'non_response':
			return m.figure_of({
				some: formatCount(row.unanswered, locale),
				all: formatCount(row.due, locale)
			});
		case 'vulnerable':
			return formatCount(row.vulnerable, locale);
	}
}

/** What a factor says, in one plain sentence. */
export function sayFactor(row: Row, factor: Factor, locale: string): string {
	const count = (amount: number) => formatCount(amount, locale);
	switch (factor) {
		case 'volume':
			return m.explain_volume({ count: count(row.reports) });
		case 'rate': {
			const said = {
				expected: decimal(row.expected, locale),
				ratio: decimal(shrunkRatio(row), locale)
			};
			return row.expected_from === 'contacts'
				? m.explain_rate_contacts(said)
				: m.explain_rate_mix(said);
		}
		case 'persistence':
			return m.explain_persistence({ count: count(row.months) });
		case 'spread':
			return m.explain_spread({ provinces: count(row.provinces), reporters: count(row.reporters) });
		case 'severity':
			return m.explain_severity({ severity: percent(row.factors.severity, locale) });
		case 'repeats':
			return m.explain_repeats({ count: count(row.repeats) });
		case 'non_response':
			return row.due === 0
				? m.explain_none_due()
				: m.explain_non_response({ due: count(row.due), unanswered: count(row.unanswered) });
		case 'vulnerable':
			return m.explain_vulnerable({ count: count(row.vulnerable) });
	}
}
