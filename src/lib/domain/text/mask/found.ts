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

/** What a company numbers is nobody's: "ordernummer 0612345678". */
export function isNumbered(text: string, start: number): boolean {
	return /(?:order|klant|factuur|bestel|contract|dossier|zaak|polis|lot|ticket|meter|serie|artikel|relatie|debiteur|referentie|kenmerk|zending|track|trace|barcode|ean|customer|invoice|reference|policy|case|shipment)[\s-]?(?:nummer|nr\.?|no\.?|number|stand|code)?\s?(?:is|was|:|#)?\s*$/iu.test(
		text.slice(Math.max(0, start - 40), start)
	);
}

const dates = [
	/(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?!\d)/,
	/(?<!\d)(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/
];
/** "06-11-2024 15" has the digits of a phone number, and is a date and an hour. */
export const beginsWithDate = (text: string): boolean =>
	dates.some((date) => date.exec(text)?.index === 0);
/** Whether a day stands anywhere among these digits. */
export const holdsDate = (text: string): boolean => dates.some((date) => date.test(text));
