import { hidden } from './found.ts';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d{2}';
const hour = '(?:[01]?\\d|2[0-3])';
const fullHour = '(?:[01]\\d|2[0-3])';
/** "19.05" */
const clock = `${hour}\\.[0-5]\\d(?!\\d)`;
const months =
	'(?:januari|january|jan(?=\\.? (?:19|20)\\d)|februari|february|feb|maart|march|mrt|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept?|oktober|october|okt|oct|november|nov|december|dec)';
const fullClock = `${fullHour}\\.[0-5]\\d(?!\\d)`;
/** Digits before, with what stands inside a phone number between: "06-12 03 20". */
const noDigits = '(?<!\\d|\\d[-/. ])';
/** The beginning of a mobile number: "061-01.1.2000". */
const noMobile = '(?<!\\d|(?<![\\d.:/-])0[ .-]|(?<![\\d.:/-])0[ .-]?6[ .-]?(?:\\d[ .-]?){0,2})';

/**
 * Dates, times and amounts, the surest first: each is read from what those before it left. The
 * signs of a date and of a phone number are the same, so a row of digits that goes on is no date.
 */
const patterns = [
	// 19:05
	'(?<![\\d:])(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:])',
	// 12-05-2024, 2024-05-12
	`${noMobile}${day}([-/.])${month}\\1${year}(?!\\d)`,
	`${noMobile}${year}([-/.])${month}\\1${day}(?!\\d)`,
	// 09 06 2024, also with an hour behind it
	`${noDigits}(?:0[1-9]|[12]\\d|3[01]) (?:0[1-9]|1[0-2]) ${year}(?!\\d|[-.]\\d| (?!${fullHour}(?!\\d|[-.]\\d))\\d)`,
	// 09062024
	`${noDigits}(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])${year}(?!\\d|[-.]\\d| \\d{1,2}(?!\\d))`,
	// 3 mei 2024, 3 May
	`(?<!\\d)${day}(?:e|st|nd|rd|th)? ${months}(?![\\p{L}@])(?: ${year}(?!\\d))?`,
	// 01-01-24, also with a time behind it
	`${noDigits}${day}([-/.])${month}\\1[0-3]\\d(?![-/.]?\\d| (?!${clock}(?![-.]\\d| \\d(?!\\d))|${hour} ?(?:uur|u)\\b)\\d)`,
	// 06-10, 07-10 and 08-10; without commas only where no other digits follow
	`${noDigits}${day}([-/])${month}(?:(?:, ?|;? | (?:-|–|en|and|of|or|t/m|tot) )${day}\\1${month})+(?![-/.]?\\d| \\d)`,
	// 08.00-20.00, tussen 18.00 en 20.00
	`${noDigits}${fullClock}(?:(?:\\s?(?:[-–—/,;]|tot|t/m|en|to|and|until)\\s?|\\s)${fullClock})+(?![-.]\\d| (?:[1-9]|0(?!\\d)))`,
	// 19.05 uur, om 19.05, and beside a date
	`${noDigits}${clock}(?=\\s?(?:uur|u|h|am|pm)(?!\\p{L})|\\s{0,2}[-(,/]?\\s{0,2}(?:op\\s)?${hidden})`,
	`(?<=(?<!\\p{L})(?:om|rond|at|around)\\s|${hidden}\\s{0,2}[-(,/]?\\s{0,2}(?:om\\s|at\\s)?)${clock}(?!\\d|[-.]\\d)`,
	// € 1.234,56, EUR 50, 0,25
	'(?:(?<!\\d\\s?|\\p{L})(?:€|eur|euro)|€(?=\\s?(?:[1-9]|0,)))\\s?-?\\d[\\d.]*(?:,\\d+)?',
	'(?<!\\d)0,\\d+',
	// 50 euro, 21%
	'(?<![\\d.,+-]|\\d\\s)(?:0|[1-9][\\d.]*)(?:,\\d+)?\\s?(?:euro|eur|€|cent|kwh|m3|m³|%|procent|percent)(?!\\p{L})',
	// An account number with a wrong checksum: "NL22 INGB 0612 3456 78"
	'(?<![\\p{L}\\d])[a-z]{2}\\d{2}[ .-]?[a-z]{4}[ .-]?\\d{4}[ .-]?\\d{4}[ .-]?\\d{2}(?!\\d)'
].map((pattern) => new RegExp(pattern, 'giu'));

/** The text with every date, time and amount hidden: what is left may be a number of somebody. */
export function hideWhatStays(text: string): string {
	if (!/\d/.test(text)) return text;
	return patterns.reduce(
		(left, pattern) => left.replace(pattern, (found) => hidden.repeat(found.length)),
		text
	);
}
