/** A text in plain signs, and where each of them stood in the text as it was written. */
export type Plain = { text: string; placeOf: (index: number) => number };

/** What the patterns read as it is: Latin letters and the quotes and dashes of daily use. */
const isOdd = /[^\x20-\x7e\n\r\t\u00a0-\u00ac\u00ae-\u024f‘’‚“”„…€–—]/;

/**
 * As a reader sees it: full-width and other digits as 0 to 9, styled letters as plain ones, accents
 * that stand apart and signs without width left out. "０６ 12\u200b34" reads as "06 1234".
 */
export function readPlain(text: string): Plain {
	if (!isOdd.test(text)) return { text, placeOf: (index) => index };
	let plain = '';
	const places: number[] = [];
	let place = 0;
	for (const sign of text) {
		const seen = seenAs(sign);
		for (let unit = 0; unit < seen.length; unit += 1)
			places.push(place + Math.min(unit, sign.length - 1));
		plain += seen;
		place += sign.length;
	}
	places.push(text.length);
	return { text: plain, placeOf: (index) => places[index]! };
}

function seenAs(sign: string): string {
	if (sign <= '~') return sign;
	if (/[\p{Cf}\p{M}]/u.test(sign)) return '';
	if (/\p{Zs}/u.test(sign)) return ' ';
	if (/\p{Pd}/u.test(sign)) return '-';
	if (/\p{Nd}/u.test(sign)) return digitOf(sign);
	const usual = sign.normalize('NFKC');
	return usual.length === 1 ? usual : sign;
}

/** Digits stand ten in a row in Unicode, whatever the script: count back to the nought. */
function digitOf(sign: string): string {
	const usual = sign.normalize('NFKC');
	if (/^\d$/.test(usual)) return usual;
	let value = 0;
	const point = sign.codePointAt(0)!;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
	return String(value);
}
