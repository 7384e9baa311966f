import type { Range, StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import { formatCount, formatShare, formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

export const spanInWords = ({ from, to }: Range, locale: string) =>
	m.committee_span({ from: formatShortDay(from, locale), to: formatShortDay(to, locale) });

export const periodInWords = ({ from, to }: StaffQuestion, locale: string) =>
	spanInWords({ from, to }, locale);

/** How one count compares with an earlier one: more, fewer or as many, and by how much. */
export function changeInWords(now: number, before: number, locale: string): string {
	const difference = formatCount(Math.abs(now - before), locale);
	if (now === before) return m.dashboard_as_many();
	const share = before > 0 ? ` (${formatShare(Math.abs(now - before) / before, locale)})` : '';
	return now > before
		? m.dashboard_more({ difference: difference + share })
		: m.dashboard_fewer({ difference: difference + share });
}

/** A difference with its sign. */
export const signed = (number: number, locale: string) =>
	`${number > 0 ? '+' : ''}${formatCount(number, locale)}`;
