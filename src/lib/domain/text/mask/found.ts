/** A place in a text that tells who somebody is, and what stands there instead. */
export type Found = { start: number; end: number; label: string };

/** Every match of a pattern that holds up. */
export function findMatches(
	text: string,
	pattern: RegExp,
	label: string,
	holds: (match: RegExpExecArray) => boolean = () => true
): Found[] {
	return Array.from(text.matchAll(pattern))
		.filter((match) => holds(match))
		.map(({ 0: { length }, index }) => ({ start: index, end: index + length, label }));
}

/** First places first; those that overlap are one, as long as both, of the kind of the first. */
export function joinOverlapping(found: Found[]): Found[] {
	const joined: Found[] = [];
	for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const last = joined.at(-1);
		if (!last || next.start >= last.end) joined.push({ ...next });
		else last.end = Math.max(last.end, next.end);
	}
	return joined;
}

/** What stands for a sign that is not to be read again: no letter, no digit and no space. */
export const hidden = '\0';

/** The text with these places hidden, as long as it was: what is left can be read by itself. */
export function hide(text: string, places: { start: number; end: number }[]): string {
	let left = '';
	let from = 0;
	for (const place of places.toSorted((a, b) => a.start - b.start)) {
		const start = Math.max(place.start, from);
		const end = Math.max(place.end, from);
		left += text.slice(from, start) + hidden.repeat(end - start);
		from = end;
	}
	return left + text.slice(from);
}
