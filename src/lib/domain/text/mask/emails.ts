import { findMatches, type Found } from './found.ts';

const label = '[e-mailadres]';
const part = "[\\p{L}\\p{N}_%+'-]+";
const at = '(?:@|\\(at\\)|\\[at\\]|\\(a\\)|\\bapenstaart(?:je)?\\b)';
const dot = '(?:\\.|\\(dot\\)|\\[dot\\]|\\(punt\\)|\\[punt\\]|\\bpunt\\b|\\bdot\\b)';
/** Where spaces or words stand for signs, only an end that is in use makes it an address. */
const knownEnd = '(?:nl|com|net|org|eu|be|de|fr|uk|info|frl|me|io|tv|nu|amsterdam|online)';

const written = new RegExp(
	`${part}(?:\\.${part})*\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}`,
	'giu'
);
const spelt = new RegExp(
	`${part}(?:\\s?${dot}\\s?${part}){0,3}\\s{0,2}${at}\\s{0,2}${part}(?:\\s?${dot}\\s?${part}){0,3}\\s?${dot}\\s?${knownEnd}(?!\\p{L})`,
	'giu'
);
const spoken = new RegExp(
	`${part}(?:\\s(?:punt|dot)\\s${part}){0,3}\\sat\\s${part}(?:\\s?(?:dot|punt)\\s?${part}){0,2}\\s(?:dot|punt)\\s${knownEnd}(?!\\p{L})`,
	'giu'
);

/** E-mail addresses, also as people write them to hide them: "jan (at) voorbeeld punt nl". */
export const findEmails = (text: string): Found[] =>
	[written, spelt, spoken].flatMap((pattern) =>
		// "Mail jan@voorbeeld. Nu": the next sentence is no part of it.
		findMatches(text, pattern, label, ([found]) => !/\.\s+\p{Lu}/u.test(found))
	);
