import { dayOf, timeOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';

/** The hour in which a contact was, as an organisation reads it; the minute would tell who it was. */
export function contactHour(
	{ from, is_time_known }: { from: string; is_time_known: boolean },
	locale: 'nl' | 'en'
): string {
	const begin = new Date(from);
	const day = formatShortDay(dayOf(begin), locale);
	if (!is_time_known) return day;
	const end = new Date(begin.getTime() + 3_600_000);
	return m.contact_hour({ day, from: timeOf(begin), to: timeOf(end) });
}
