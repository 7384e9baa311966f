/** A day such as `2026-07-02`, in words. */
export function formatDay(day: string, locale: string): string {
	const date = new Date(`${day}T12:00:00Z`);
	return Number.isNaN(date.getTime())
		? day
		: date.toLocaleDateString(locale === 'en' ? 'en-GB' : 'nl-NL', {
				weekday: 'long',
				day: 'numeric',
				month: 'long',
				year: 'numeric',
				timeZone: 'UTC'
			});
}
