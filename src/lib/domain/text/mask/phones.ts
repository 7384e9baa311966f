import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findMatches, beginsWithDate, isNumbered, type Found } from './found.ts';
import { findSpokenNumbers } from './spoken-numbers.ts';

const label = '[telefoonnummer]';
const exists = (digits: string): boolean =>
	parsePhoneNumberFromString(digits, 'NL')?.isValid() === true;

/** Between the digits: what people put there. */
const gap = "[\\s.\\-/()–—_*·|']{0,3}";
const spelt = new RegExp(
	`(?<![\\d.,€+]|\\d[-/ ])(?:(?:\\+|00)${gap}\\d{1,3}${gap}(?:\\(0\\)${gap})?|\\(?0)(?:\\d${gap}){7,11}\\d(?![\\d]|[.,]\\d)`,
	'g'
);
/** A mobile number with a letter for the nought, or commas: "O6, 12 34 56 78". */
const mobile =
	/(?<![\p{L}\d.,€+]|\d[-/ ])[0o][\s.-]?6(?:[\s.,\-/()–—_*·|']{0,3}[\do]){8}(?![\p{L}\d]|[.,]\d)/giu;
/** Without its nought a number is one only where somebody says so. */
const called =
	/(?<=(?:telefoon(?:nummer)?|mobiel(?:e nummer)?|mobile|gsm|whatsapp|phone|\btel|(?:mij|me) (?:terug |back )?(?:op|on|at)|bereikbaar op)(?:\s?(?:number|nummer|nr\.?))?\s?(?:is|:|=|\.)?\s?)[1-9](?:[\s.-]?\d){8}(?!\d|[.,]\d)/giu;

/** Phone numbers that exist, wherever the spaces, dots, dashes and brackets stand, or in words. */
export function findPhoneNumbers(text: string): Found[] {
	const holds = ({ 0: written, index }: RegExpExecArray): boolean =>
		exists(written.replace(/o/gi, '0').replace(/[^\d+]/g, '')) &&
		!beginsWithDate(written) &&
		!isNumbered(text, index);
	return [
		...(/\d/.test(text) ? findUsual(text) : []),
		...findMatches(text, spelt, label, holds),
		...findMatches(text, mobile, label, holds),
		...findMatches(text, called, label, holds),
		...findSpoken(text)
	];
}

const findUsual = (text: string): Found[] =>
	findPhoneNumbersInText(text, 'NL')
		// Nine digits without the nought are more often an order than a phone.
		.filter(
			({ startsAt, endsAt }) =>
				/[+0(]/.test(text[startsAt]!) &&
				!beginsWithDate(text.slice(startsAt, endsAt)) &&
				!isNumbered(text, startsAt)
		)
		.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, label }));

/** "nul zes twaalf vierendertig …": the longest row that is a number that exists. */
function findSpoken(text: string): Found[] {
	return findSpokenNumbers(text).flatMap(({ start, parts }) => {
		for (let length = parts.length; length > 3; length -= 1) {
			const said = parts.slice(0, length).map(({ digits }) => digits);
			if (exists(said.join(''))) return [{ start, end: parts[length - 1]!.end, label }];
		}
		return [];
	});
}
