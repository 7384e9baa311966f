import { accountLengths, isBsn, isCard, isIban } from './checksums.ts';
import { isAnnounced } from './announced.ts';
import { findMatches, type Found } from './found.ts';

/** What people put between the signs of a number. */
const gap = '[\\s.\\-/_:|*–—]{0,3}';
const accountStart = new RegExp(`([A-Z])${gap}([A-Z])${gap}\\d${gap}\\d`, 'gi');
const nextSigns = new RegExp(`${gap}[A-Z0-9]`, 'giy');

/** Account numbers with a right checksum, in groups or not, in capitals or not. */
export function findAccountNumbers(text: string): Found[] {
	const found: Found[] = [];
	for (const { 0: start, 1: first, 2: second, index } of text.matchAll(accountStart)) {
		// Behind another number, or the word itself, it may stand without a space.
		const before = text.slice(Math.max(found.at(-1)?.end ?? 0, index - 4), index);
		if (/[A-Z]$/i.test(before) && !/iban$/i.test(before)) continue;
		const length = accountLengths.get(`${first}${second}`.toUpperCase());
		if (!length) continue;
		let end = index + start.length;
		let signs = 4;
		nextSigns.lastIndex = end;
		for (; signs < length && nextSigns.test(text); signs += 1) end = nextSigns.lastIndex;
		if (signs === length && isIban(text.slice(index, end)))
			found.push({ start: index, end, label: '[rekeningnummer]' });
	}
	return found;
}

/** Numbers of payment cards: sixteen digits of which the last checks the others. */
export const findCards = (text: string): Found[] =>
	findMatches(
		text,
		/(?<![\d.,-])[2-6]\d{3}([\s.-]{0,3})\d{4}\1\d{4}\1\d{4}(?!\d|[.,-]\d)/g,
		'[kaartnummer]',
		({ 0: digits, index }) => isCard(digits) && !isAnnounced(text, index)
	);

/** Not inside a longer number or an amount: "2024-123456782", "123456782,50". */
const nine =
	/(?<!\d|\d[.-]|€\s?)\d(?:[\s.\-/_–—]{0,3}\d){8}(?!\d|[.-]\d|,\d{1,2}(?!\d)|\s?(?:euro|kwh|m3|m³))/gi;
/** Groups of two and more, or each digit apart: "12 500 3 700" is no number at all. */
function isGrouped(written: string): boolean {
	const groups = written.split(/\D+/);
	return groups.length === 9 || groups.every((group) => group.length > 1);
}

/** Citizen service numbers that pass the eleven test, unless a company gave them out. */
export const findCitizenNumbers = (text: string): Found[] =>
	findMatches(
		text,
		nine,
		'[burgerservicenummer]',
		({ 0: digits, index }) => isBsn(digits) && isGrouped(digits) && !isAnnounced(text, index)
	);
