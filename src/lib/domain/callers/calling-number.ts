/** A number that nobody is known for, with what its reports tell. Every list has one entry a report. */
export type CallingNumber = {
	/** In E.164. */
	number: string;
	report_count: number;
	/** What was offered, as the sector; reports that do not say are left out. */
	sectors: readonly string[];
	/** As whom the caller presented itself, normalised; reports that do not say are left out. */
	names: readonly string[];
	/** Dutch hours of contacts whose time is known: day of the week (0 is Monday) × 24 + hour. */
	hours: readonly number[];
	/** What people told, with personal data masked. */
	narratives: readonly string[];
	/** The bands by which near-copies of these narratives are found. */
	bands: readonly (readonly number[])[];
};

/** How far two numbers are apart: 10 when only the last figure differs. */
export function blockOf(one: string, other: string): 10 | 100 | 1000 | null {
	if (one.length !== other.length) return null;
	for (const [size, digits] of [
		[10, 1],
		[100, 2],
		[1000, 3]
	] as const) {
		if (one.slice(0, -digits) === other.slice(0, -digits)) return size;
	}
	return null;
}

/** Mobile numbers are handed out one by one, so that neighbours say less. */
export const isMobile = (number: string) => number.startsWith('+316');

/** Parts of the week: eight of three hours on working days, on Saturday and on Sunday. */
export const partOfWeek = (hour: number): number => {
	const day = Math.floor(hour / 24);
	return (day < 5 ? 0 : day - 4) * 8 + Math.floor((hour % 24) / 3);
};
