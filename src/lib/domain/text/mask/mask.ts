import { findAddresses } from './addresses.ts';
import { findEmails } from './emails.ts';
import type { Found } from './found.ts';
import { findNames } from './names.ts';
import { findAccountNumbers, findCards, findCitizenNumbers } from './numbers.ts';
import { findPhoneNumbers } from './phones.ts';
import { readPlain } from './plain.ts';
import { findStreets } from './streets.ts';

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
	for (const { start, end, label } of findPersonalData(plain)) {
		if (placeOf(start) < from) continue;
		masked += text.slice(from, placeOf(start)) + label;
		from = placeOf(end);
	}
	return masked + text.slice(from);
}

/** Where it stands, first places first; of two that overlap the longer one first. */
function findPersonalData(text: string): Found[] {
	return [
		...findEmails(text),
		...findAccountNumbers(text),
		...findCards(text),
		...findCitizenNumbers(text),
		...findPhoneNumbers(text),
		...findAddresses(text),
		...findStreets(text),
		...findNames(text)
	].sort((a, b) => a.start - b.start || b.end - a.end);
}
