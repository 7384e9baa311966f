import { parsePhoneNumber } from './parse-phone-number.ts';

/** A number as the Dutch write it; one of another country with its country. */
export function writeNumber(e164: string): string {
	const { country, national } = parsePhoneNumber(e164);
	return country === 'NL' && national ? national : e164;
}

/** A row of a list with its number as people write it beside the one that addresses and files hold. */
export const withShownNumber = <Row extends { caller_number: string | null }>(row: Row) => ({
	...row,
	shown_number: row.caller_number && writeNumber(row.caller_number)
});
