import type { MonthFigures } from '#lib/domain/monthly/month-figures.ts';
import { tellMonth, type MonthSentence } from '#lib/domain/monthly/tell-month.ts';
import { formatCount, formatShare } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

/** A sentence of a monthly report, and the id by which it can be left out. */
export type SaidSentence = { id: string; text: string };

/** A month by its name: oktober 2026. */
export const nameOfMonth = (monthOn: string, locale: Locale) =>
	new Date(`${monthOn}T12:00:00Z`).toLocaleDateString(locale === 'en' ? 'en-GB' : 'nl-NL', {
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});

/** Everything the figures of a month carry, in words. */
export function sayMonth(figures: MonthFigures, locale: Locale): SaidSentence[] {
	const month = nameOfMonth(figures.month_on, locale);
	return tellMonth(figures).map((sentence) => ({
		id: sentence.id,
		text: say(sentence, month, locale)
	}));
}

function say(sentence: MonthSentence, month: string, locale: Locale): string {
	const options = { locale };
	const count = (amount: number) => formatCount(amount, locale);
	const both = ({ now, before }: { now: number; before: number }) => ({
		now: count(now),
		before: count(before)
	});
	switch (sentence.id) {
		case 'headline': {
			if (sentence.key === 'alone') {
				return m.month_headline_alone({ month, now: count(sentence.now) }, options);
			}
			const said = {
				more: m.month_headline_more,
				fewer: m.month_headline_fewer,
				as_many: m.month_headline_as_many
			}[sentence.key];
			return said({ month, ...both(sentence) }, options);
		}
		case 'year': {
			const said = {
				more: m.month_year_more,
				fewer: m.month_year_fewer,
				as_many: m.month_year_as_many
			}[sentence.key];
			return said(both(sentence), options);
		}
		case 'compliments': {
			if (sentence.key === 'some') {
				return m.month_compliments({ now: count(sentence.now) }, options);
			}
			const said = sentence.key === 'more' ? m.month_compliments_more : m.month_compliments_fewer;
			return said(both(sentence), options);
		}
		case 'answers': {
			const { due, answered, in_time } = sentence;
			const shares = {
				due: count(due),
				answered: formatShare(answered / due, locale),
				in_time: formatShare(in_time / due, locale)
			};
			return sentence.key === 'all'
				? m.month_answers_all(shares, options)
				: m.month_answers(shares, options);
		}
		case 'signals':
			return m.month_signals({ count: count(sentence.count) }, options);
		default: {
			const label = locale === 'en' ? sentence.label_en : sentence.label_nl;
			const said =
				sentence.group === 'category'
					? { more: m.month_category_more, fewer: m.month_category_fewer }
					: { more: m.month_sector_more, fewer: m.month_sector_fewer };
			return said[sentence.key]({ label, ...both(sentence) }, options);
		}
	}
}
