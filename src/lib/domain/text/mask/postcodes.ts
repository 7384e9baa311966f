import { isAnnounced } from './announced.ts';

/** Two-letter words that follow a number more often than they end a postcode: "2500 om 12 uur". */
const words =
	/^(?:al|an|as|at|by|de|do|en|er|ga|he|if|ik|in|is|it|je|jl|me|my|na|no|nr|nu|of|ok|om|on|op|or|so|to|te|tv|we|wo|ze|zo)$/i;
/** And these a year, in capitals too: "factuur 2024 NR 15", "contract 2024 NL". */
const behindYear = /^(?:nr|nl|no|eu|be|de|uk|us|bv|nv|tv|vs|ww|wk|kw|ed|am|pm)$/i;
/** "2500 kw 12": a quantity, when it is not written as a postcode is. */
const quantities = /^(?:kg|km|cm|mm|kw|mb|gb|tb|pk|ml|cl|cc|gr|ct|st|eu|hz|pc|mg|am|pm)$/;
/** Never given out. */
const never = /^(?:sa|sd|ss)$/i;
const saysAddress =
	/(?:post(?:al\s?)?code|zip(?:\s?code)?|adres|address|woon(?:achtig)?|live)(?:\s(?:is|op|at|in))?\s?:?\s*$/i;
/** Where all is in capitals, they tell nothing. */
const isLoud = /\p{Lu}{3,}[\s\d.,]*$/u;

const pattern = /(?<![\p{L}\d-])([1-9]\d{3})(\s{0,2})([a-z]{2})(?!\p{L})/giu;

/** Where a postcode stands, by its signs alone: "1012 AB", "1012ab". */
export const findPostcodes = (text: string): { start: number; end: number }[] =>
	Array.from(text.matchAll(pattern))
		.filter((match) => isPostcode(text, match))
		.map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

function isPostcode(text: string, match: RegExpExecArray): boolean {
	const [, digits, gap, letters] = match as unknown as [string, string, string, string];
	const before = text.slice(Math.max(0, match.index - 40), match.index);
	if (never.test(letters) || quantities.test(letters)) return false;
	if (isAnnounced(text, match.index)) return false;
	const isYear = gap !== '' && /^(?:19|20)/.test(digits);
	if (isYear && behindYear.test(letters)) return false;
	if (!words.test(letters) || saysAddress.test(before)) return true;
	return /^[A-Z]{2}$/.test(letters) && !isYear && !isLoud.test(before);
}
