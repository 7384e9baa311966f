import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isBsn, isIban } from './checksums.ts';
import { findMatches, isNumbered, type Found } from './found.ts';

/** Account numbers with a right checksum, in groups or not, in capitals or not. */
export function findAccountNumbers(text: string): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(
		/(?<![A-Z0-9])[A-Z]{2}[\s.-]{0,2}\d[\s.-]?\d(?:[\s.-]{0,2}[A-Z0-9]){11,30}/gi
	)) {
		// What follows may look as if it belonged to it: the longest part that checks is it.
		for (let length = match[0].length; length >= 15; length -= 1) {
			const candidate = match[0].slice(0, length);
			if (!isIban(candidate) || /[\s.-]$/.test(candidate)) continue;
			const end = match.index + length;
			found.push({ start: match.index, end, label: '[rekeningnummer]' });
			break;
		}
	}
	return found;
}

/** Citizen service numbers that pass the eleven test, unless a company gave them out. */
export const findCitizenNumbers = (text: string): Found[] =>
	findMatches(
		text,
		/(?<![\d.,-])\d(?:[ .-]?\d){8}(?!\d|[.,-]\d|\s?(?:euro|kwh|m3|m³))/gi,
		'[burgerservicenummer]',
		({ 0: digits, index }) => isBsn(digits) && !isNumbered(text, index)
	);

/** Between the digits: what people put there. */
const gap = '[\\s.\\-/()–]{0,3}';
const spelt = new RegExp(
	`(?<![\\d.,€+]|\\d[-/ ])(?:(?:\\+|00)${gap}\\d{1,3}${gap}(?:\\(0\\)${gap})?|\\(?0)(?:\\d${gap}){7,11}\\d(?![\\d]|[.,]\\d)`,
	'g'
);

/** Phone numbers that exist, wherever the spaces, dots, dashes and brackets stand. */
export function findPhoneNumbers(text: string): Found[] {
	const label = '[telefoonnummer]';
	const exists = ({ 0: written, index }: RegExpExecArray): boolean => {
		const number = parsePhoneNumberFromString(written.replace(/[^\d+]/g, ''), 'NL');
		return number?.isValid() === true && !isNumbered(text, index);
	};
	const usual = findPhoneNumbersInText(text, 'NL')
		// Nine digits without the nought are more often an order than a phone.
		.filter(({ startsAt }) => /[+0(]/.test(text[startsAt]!) && !isNumbered(text, startsAt))
		.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, label }));
	return [...usual, ...findMatches(text, spelt, label, exists)];
}
