import { parsePhoneNumber } from './parse-phone-number.ts';

/** A number as the Dutch write it; one of another country with its country. */
export function writeNumber(e164: string): string {
	const { country, national } = parsePhoneNumber(e164);
	return country === 'NL' && national ? national : e164;
}
