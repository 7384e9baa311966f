/** An instant on the Dutch clock, in words: donderdag 2 juli 2026 om 19:05. */
export function formatInstant(instant: string, locale: string): string {
	return new Date(instant).toLocaleString(locale === 'en' ? 'en-GB' : 'nl-NL', {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZone: 'Europe/Amsterdam'
	});
}
