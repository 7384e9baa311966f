import type { Range, StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import { formatCount, formatShare, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

export const spanInWords = ({ from, to }: Range, locale: string) =>
	m.committee_span({ from: formatShortDay(from, locale), to: formatShortDay(to, locale) });

export const periodInWords = ({ from, to }: StaffQuestion, locale: string) =>
	spanInWords({ from, to }, locale);

/** How one count compares with that of an earlier period: so many more, fewer, or as many. */
export function changeInWords(now: number, before: number, range: Range, locale: string): string {
	const period = spanInWords(range, locale);
	const share = before > 0 ? ` (${formatShare(Math.abs(now - before) / before, locale)})` : '';
	const difference = formatCount(Math.abs(now - before), locale) + share;
	if (now === before) return m.dashboard_as_many({ period });
	return now > before
		? m.dashboard_more({ difference, period })
		: m.dashboard_fewer({ difference, period });
}

/** A difference with its sign. */
export const signed = (number: number, locale: string) =>
	`${number > 0 ? '+' : ''}${formatCount(number, locale)}`;
