import { findAddresses } from './addresses.ts';
import { findEmails } from './emails.ts';
import type { Found } from './found.ts';
import { findNames } from './names.ts';
import { findAccountNumbers, findCitizenNumbers, findPhoneNumbers } from './numbers.ts';

/**
 * The text without what tells who somebody is: e-mail addresses, account numbers and citizen
 * service numbers with a right checksum, phone numbers that exist, postcode with house number, and
 * names where people give their own. Dates, amounts, order numbers and meter readings stay.
 */
export function mask(text: string): string {
	let masked = '';
	let from = 0;
	for (const { start, end, label } of findPersonalData(text)) {
		if (start < from) continue;
		masked += text.slice(from, start) + label;
		from = end;
	}
	return masked + text.slice(from);
}

/** Where it stands, first places first; of two that overlap the longer one first. */
function findPersonalData(text: string): Found[] {
	return [
		...findEmails(text),
		...findAccountNumbers(text),
		...findCitizenNumbers(text),
		...findPhoneNumbers(text),
		...findAddresses(text),
		...findNames(text)
	].sort((a, b) => a.start - b.start || b.end - a.end);
}
