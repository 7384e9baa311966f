import { findAddresses } from './addresses.ts';
import { findEmails } from './emails.ts';
import { hide, joinOverlapping, type Found } from './found.ts';
import { findNames } from './names.ts';
import { findAccountNumbers, findCards, findCitizenNumbers } from './numbers.ts';
import { findPhoneNumbers } from './phones.ts';
import { readPlain } from './plain.ts';
import { hideWhatStays } from './stays.ts';

/**
 * The text without what tells who somebody is: e-mail addresses, account numbers, card numbers and
 * citizen service numbers with a right checksum, phone numbers that exist, a street or a postcode
 * with a house number, and names where people give them. It is read as people see it, whatever
 * signs it is written in. Dates, amounts, order numbers and meter readings stay.
 */
export function mask(text: string): string {
	const { text: plain, placeOf } = readPlain(text);
	let masked = '';
	let from = 0;
	for (const { start, end, label } of joinOverlapping(findPersonalData(plain))) {
		const found = text.slice(placeOf(start), placeOf(end));
		// Every line stays a line.
		masked += text.slice(from, placeOf(start)) + found.replace(/\S(?:[^\r\n]*\S)?/g, label);
		from = placeOf(end);
	}
	return masked + text.slice(from);
}

/** Account numbers by their checksum, then each kind of number from what is left. */
function findPersonalData(text: string): Found[] {
	const accounts = findAccountNumbers(text);
	let left = hideWhatStays(hide(text, accounts));
	const found = [...accounts, ...findEmails(text), ...findNames(text)];
	for (const find of [findCards, findPhoneNumbers, findCitizenNumbers, findAddresses]) {
		const next = find(left);
		left = hide(left, next);
		found.push(...next);
	}
	return found;
}
