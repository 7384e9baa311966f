/** Control characters but for tab and line end, marks that turn the reading direction, fillers. */
const unreadable = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFD\uFEFF]/gu;

/**
 * What somebody typed, without what could harm or mislead who reads it later: control characters
 * (but for tab and line end), marks that turn the reading direction, half surrogate pairs.
 */
export function plainText(typed: string): string {
	return typed
		.toWellFormed()
		.normalize('NFC')
		.replaceAll('\r\n', '\n')
		.replace(unreadable, '')
		.trim();
}

/** As plainText, on one line: for names. */
export function plainLine(typed: string): string {
	return plainText(typed).replace(/\s+/g, ' ');
}
