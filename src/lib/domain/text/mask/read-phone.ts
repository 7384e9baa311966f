import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Whether a number of these digits can be called, here or abroad. */
export const exists = (digits: string): boolean =>
	parsePhoneNumberFromString(digits, 'NL')?.isValid() === true;

/** Between the digits: what people put there. */
const nextDigit = /[\s.\-/()–—_*·|']{0,3}(\d)/y;
const shortest = 8;
const longest = 16;

/** These have four digits behind them, or seven. */
const isService = /^0(?:800|90[069])/;

/** As long as numbers are in use: "0800 1234" and "0800 1234567", "06 12345678", "097 …". */
function isUsual(digits: string): boolean {
	if (/^(?:\+|00)/.test(digits)) return digits.length > shortest;
	const { length } = digits;
	if (isService.test(digits)) return length === shortest || length === 11;
	return length === 10 || (length === 12 && digits.startsWith('097'));
}

/** "2 keer", "24/7", "06-12 34 56 78": digits with a beginning of their own. */
const another =
	/\d{1,3}\s?(?:x|\/7|keer|maal|times?|uur|u|dagen|days|minuten|minutes|weken|weeks|euro|procent|percent)(?!\p{L})|\d{1,3}\s?[%€]|00[1-9]\d[\d\s-]{6}|0[1-9]\d{0,2}[\s/-]?\d{2}[\d\s-]{4}/iuy;
function isAnother(text: string, start: number): boolean {
	another.lastIndex = start;
	return another.test(text);
}

/**
 * Where the phone number ends that begins here: the longest that exists and leaves no digit over in
 * a group, first of those without another number behind them ("+49 30 901820 2 keer").
 */
export function readPhone(text: string, start: number, prefix = ''): number | undefined {
	let digits = text[start] === '+' ? '+' : prefix;
	let limit = longest;
	const ends: { digits: string; end: number }[] = [];
	nextDigit.lastIndex = text[start] === '+' ? start + 1 : start;
	for (let match; digits.length < longest && (match = nextDigit.exec(text));) {
		const end = nextDigit.lastIndex;
		const isNext = match[0].length > 1 && digits.length >= shortest && limit === longest;
		if (isNext && isAnother(text, end - 1)) limit = digits.length;
		digits += match[1];
		if (isUsual(digits) && !/\d/.test(text[end] ?? '')) ends.push({ digits, end });
	}
	const before = ends.filter((each) => each.digits.length <= limit);
	const behind = ends.filter((each) => each.digits.length > limit && !isService.test(each.digits));
	return [...before.reverse(), ...behind.reverse()].find((each) => exists(each.digits))?.end;
}
