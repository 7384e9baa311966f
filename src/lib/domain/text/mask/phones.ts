import { isAnnounced } from './announced.ts';
import { findMatches, hide, type Found } from './found.ts';
import { exists, readPhone } from './read-phone.ts';
import { findSpokenNumbers } from './spoken-numbers.ts';

const label = '[telefoonnummer]';
/** Where a number may begin: "+31", "0031", "06", "31 6", and after the address of WhatsApp. */
const begin = /\+|0|(?<!\d)31(?=[\s.-]?6)|(?<=wa\.me\/|phone=)[1-9]/gi;
/** A mobile number with a letter for the nought, or commas: "O6, 12 34 56 78". */
const mobile =
	/(?<![\p{L}\d.,€+]|\d[-/ ])[0o][\s.-]?6(?:[\s.,\-/()–—_*·|']{0,3}[\do]){8}(?![\p{L}\d]|[.,]\d)/giu;
/** Without its nought a number is one only where somebody says so. */
const called =
	/(?<=(?:telefoon(?:nummer)?|mobiel(?:e nummer)?|mobile|gsm|whatsapp|phone|\btel|(?:mij|me) (?:terug |back )?(?:op|on|at)|bereikbaar op)(?:\s?(?:number|nummer|nr\.?))?\s?(?:is|:|=|\.)?\s?)[1-9](?:[\s.-]?\d){8}(?!\d|[.,]\d)/giu;

/**
 * Phone numbers that exist, wherever the spaces, dots, dashes and brackets stand, or in words. The
 * text is what dates, times and amounts have left.
 */
export function findPhoneNumbers(text: string): Found[] {
	const written = findWritten(text);
	const left = hide(text, written);
	const holds = ({ 0: digits, index }: RegExpExecArray): boolean =>
		exists(digits.replace(/o/gi, '0').replace(/\D/g, '')) && !isAnnounced(text, index);
	return [
		...written,
		...findMatches(left, mobile, label, holds),
		...findMatches(left, called, label, holds),
		...findSpoken(left)
	];
}

function findWritten(text: string): Found[] {
	const found: Found[] = [];
	let from = 0;
	for (const { 0: sign, index } of text.matchAll(begin)) {
		// "2024-0612345678": the middle of another number.
		if (
			index < from ||
			(sign === '+' ? /\+$/ : /\d[-.]?$|\+$/).test(text.slice(Math.max(from, index - 2), index))
		)
			continue;
		const end = readPhone(text, index, /[1-9]/.test(sign) ? '+' : '');
		if (end === undefined || isAnnounced(text, index)) continue;
		// "(020) 6241111"
		const isOpened = text[index - 1] === '(' && text.slice(index, end).includes(')');
		found.push({ start: isOpened ? index - 1 : index, end, label });
		from = end;
	}
	return found;
}

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
