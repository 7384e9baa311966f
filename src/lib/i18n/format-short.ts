/*
 * Days, moments and figures where there is little room: in tables, charts and dense screens.
 */
const languageOf = (locale: string) => (locale === 'en' ? 'en-GB' : 'nl-NL');

/** A day such as `2026-07-02`: 2 jul 2026. */
export function formatShortDay(day: string, locale: string): string {
	return new Date(`${day}T12:00:00Z`).toLocaleDateString(languageOf(locale), {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC'
	});
}

/** The month that begins on a day: juli 2026. */
export function formatMonth(day: string, locale: string): string {
	return new Date(`${day}T12:00:00Z`).toLocaleDateString(languageOf(locale), {
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC'
	});
}

/** An instant on the Dutch clock: 2 jul 2026, 19:05. */
export function formatMoment(instant: string, locale: string): string {
	return new Date(instant).toLocaleString(languageOf(locale), {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZone: 'Europe/Amsterdam'
	});
}

/** A whole number: 12.345. */
export function formatCount(count: number, locale: string): string {
	return count.toLocaleString(languageOf(locale));
}

/** A share of one: 12,5%. */
export function formatShare(share: number, locale: string, most = 0): string {
	return share.toLocaleString(languageOf(locale), {
		style: 'percent',
		maximumFractionDigits: most
	});
}

/** How large a file is: 840 kB, 1,2 MB. */
export function formatSize(bytes: number, locale: string): string {
	const isLarge = bytes >= 1_000_000;
	const amount = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
	const said = amount.toLocaleString(languageOf(locale), { maximumFractionDigits: 1 });
	return `${said} ${isLarge ? 'MB' : 'kB'}`;
}
