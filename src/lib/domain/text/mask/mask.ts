import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { isBsn, isIban } from './checksums.ts';

/** A place in the text that tells who somebody is. */
type Found = { start: number; end: number; label: string };

const labels = {
	email: '[e-mailadres]',
	iban: '[rekeningnummer]',
	phone: '[telefoonnummer]',
	bsn: '[burgerservicenummer]',
	address: '[adres]',
	name: '[naam]'
};

/**
 * The text without what tells who somebody is: e-mail addresses, account numbers and citizen
 * service numbers with a right checksum, phone numbers that exist, postcode with house number, and
 * names after "mijn naam is". Dates, amounts and order numbers stay.
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
		...emails(text),
		...accountNumbers(text),
		...citizenNumbers(text),
		...phoneNumbers(text),
		...addresses(text),
		...names(text)
	].sort((a, b) => a.start - b.start || b.end - a.end);
}

function matches(text: string, pattern: RegExp, label: string): Found[] {
	return Array.from(text.matchAll(pattern), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
		label
	}));
}

function emails(text: string): Found[] {
	const pattern =
		/[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu;
	return matches(text, pattern, labels.email);
}

function accountNumbers(text: string): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(/\b[A-Z]{2}\s?\d{2}(?:[\s.-]?[A-Z0-9]){11,30}/gi)) {
		// What follows may look as if it belonged to it: the longest part that checks is it.
		for (let length = match[0].length; length >= 15; length -= 1) {
			const candidate = match[0].slice(0, length);
			if (!isIban(candidate) || /[\s.-]$/.test(candidate)) continue;
			found.push({ start: match.index, end: match.index + length, label: labels.iban });
			break;
		}
	}
	return found;
}

function citizenNumbers(text: string): Found[] {
	const pattern = /(?<![\d.,-])\d(?:[ .-]?\d){8}(?![\d]|[.,-]\d)/g;
	return matches(text, pattern, labels.bsn).filter(({ start, end }) =>
		isBsn(text.slice(start, end))
	);
}

function phoneNumbers(text: string): Found[] {
	return findPhoneNumbersInText(text, 'NL').map(({ startsAt, endsAt }) => ({
		start: startsAt,
		end: endsAt,
		label: labels.phone
	}));
}

/** Two-letter words that follow a year more often than they end a postcode: "in 2024 om 12 uur". */
const words =
	'al|an|as|at|by|de|do|en|er|ga|he|if|ik|in|is|it|je|me|my|na|no|nu|of|om|on|op|or|to|te|we|ze|zo';
const postcode = `[1-9]\\d{3}\\s?(?!(?:${words})\\b)[a-z]{2}\\b`;
const houseNumber = '\\d{1,5}(?:\\s?[-/]?\\s?(?:[a-z]|[ivx]{1,3}|bis|hs)\\b)?';
const street =
	"(?:[\\p{L}.'-]+\\s){0,3}[\\p{L}'-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|park|pad|steeg|dijk|baan|ring|markt|street|road|avenue|lane)";

function addresses(text: string): Found[] {
	const after = new RegExp(
		`\\b${postcode}[\\s,]*(?:nr\\.?|no\\.?|nummer|huisnummer|number)?\\s*${houseNumber}(?![\\d.,]*\\d|\\s?(?:uur|euro|keer|dagen|minuten))`,
		'giu'
	);
	const before = new RegExp(`(?<!\\p{L})${street}\\s${houseNumber}[\\s,]+${postcode}`, 'giu');
	const bare = new RegExp(
		`\\b(?:nr\\.?|nummer|huisnummer)\\s?${houseNumber}[\\s,]+${postcode}`,
		'giu'
	);
	return [after, before, bare].flatMap((pattern) => matches(text, pattern, labels.address));
}

const introductions =
	/(?<!\p{L})(?:mijn (?:volledige )?naam is|ik heet|mijn naam:|my (?:full )?name is|my name's|i am called)\s+/giu;
const notNames = new Set(
	'niet nooit wel al ook nog door in op bekend onbekend genoemd gebruikt misbruikt verkeerd not never already known unknown wrong used on in by'.split(
		' '
	)
);
const particles =
	/^(?:van|de|der|den|het|ten|ter|te|'t|in|el|al|bin|ben|von|du|la|le|da|di|dos|op)$/i;

function names(text: string): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(introductions)) {
		const start = match.index + match[0].length;
		let end = start;
		let isFirst = true;
		for (const word of text.slice(start).matchAll(/([\p{L}][\p{L}'’-]*\.?)([ ]?)/guy)) {
			const [whole, name] = word as unknown as [string, string];
			const isName = isFirst ? !notNames.has(name.toLowerCase()) : /^\p{Lu}/u.test(name);
			if (!isName && !(particles.test(name) && !isFirst)) break;
			// A particle belongs to the name only when a name follows it.
			if (isName) end = start + word.index + name.length;
			isFirst = false;
			// A full stop ends the name unless it abbreviates one: "J. de Vries".
			if (name.endsWith('.') && name.length > 3) {
				end -= 1;
				break;
			}
			if (whole === name) break;
		}
		if (end > start) found.push({ start, end, label: labels.name });
	}
	return found;
}
