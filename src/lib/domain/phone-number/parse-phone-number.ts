import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** What is known of a number, however it was written. */
export type PhoneNumber = {
	input: string;
	/** Whether the numbering plan knows such a number; a spoofed one may well not be. */
	valid: boolean;
	/** With its plus; null when nothing can be made of the input. */
	e164: string | null;
	national: string | null;
	/** As libphonenumber names it: MOBILE, VOIP, UAN, …; null when unknown. */
	type: string | null;
	/** ISO 3166, two letters; null when unknown. */
	country: string | null;
};

/**
 * Reads a number in any spelling; without a country it is a Dutch one. Never throws.
 * Letters make it no number: `951677xxxx` is not a number with an extension.
 */
export function parsePhoneNumber(input: string, country: CountryCode = 'NL'): PhoneNumber {
	const digits = input.normalize('NFKC').trim();
	const parsed =
		/\p{L}/u.test(digits) || digits.length > 40
			? undefined
			: parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
	if (!parsed || parsed.ext) {
		return { input, valid: false, e164: null, national: null, type: null, country: null };
	}
	return {
		input,
		valid: parsed.isValid(),
		e164: parsed.number,
		national: parsed.formatNational(),
		type: parsed.getType() ?? null,
		country: parsed.country ?? null
	};
}

/**
 * The number to file a report under: valid, or at least of a possible length, because callers
 * show numbers that do not exist. Null when it is neither.
 */
export function parseCallerNumber(input: string, country: CountryCode = 'NL'): PhoneNumber | null {
	const parsed = parsePhoneNumber(input, country);
	if (!parsed.e164 || !/^\+[1-9]\d{3,14}$/.test(parsed.e164)) return null;
	if (parsed.valid) return parsed;
	return parsePhoneNumberFromString(parsed.e164)?.isPossible() ? parsed : null;
}

/** Whether what was typed says that no number was shown. */
export function saysNumberWasHidden(input: string): boolean {
	return /^\W*(anoniem|afgeschermd|verborgen|onbekend|geheim|priv[eé](nummer)?|geen nummer|anonymous|hidden|private|unknown|withheld|no number|no caller id)\b/i.test(
		input
	);
}
