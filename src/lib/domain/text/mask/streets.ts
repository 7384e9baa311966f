import { findMatches, type Found } from './found.ts';
import { houseNumber, noMeasure } from './house-number.ts';
import { readStreetBefore } from './read-street.ts';
import { numberInWords } from './spoken-numbers.ts';

const label = '[adres]';

const door = new RegExp(
	`(?<=\\p{L}[.,]{0,2}\\s{1,2})(?:(?:op\\s)?(?:huis)?(?:nummer|number|nr\\.?|no\\.?)\\s?)?(?:${houseNumber}|${numberInWords})${noMeasure}`,
	'giu'
);

/** "I live at 12 Church Street", "Flat 3, 10 Park Road" */
const english =
	/(?<![\p{L}\d.,-])(?:(?:[Ff]lat|[Aa]partment|[Aa]pt\.?)\s\d{1,3}[a-z]?,?\s)?(?!(?:19|20)\d\d\s)\d{1,4}[a-zA-Z]?\s(?!(?:Hour|Day|Star|Month|Year|Minute|Mile|Times)s?\s)(?:\p{Lu}[\p{L}'’.-]*\s){1,3}(?:[Ss]treet|St\.|[Rr]oad|Rd\.?|[Aa]venue|Ave\.?|[Ll]ane|[Dd]rive|[Cc]lose|[Cc]ourt|[Ss]quare|[Cc]rescent|[Gg]ardens|[Tt]errace|[Gg]rove)(?!\p{L})/gu;
/** "I live at 12 Kerkstraat" */
const turned =
	/(?<=(?:[Ll]ive at|[Ll]iving at|[Aa]ddress is|[Aa]t number)\s)\d{1,4}[a-z]?\s\p{Lu}[\p{L}'’-]{2,}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk)(?!\p{L})/gu;

/** "nummer 12 in de Kerkstraat" */
const numberFirst =
	/(?<!\p{L})(?:(?:huis)?nummer|nr\.?|number)\s\d{1,4}[a-z]?\s(?:in|aan|op|on|of)\s(?:(?:de|het|the)\s)?\p{Lu}[\p{L}'’-]{2,}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk)(?!\p{L})/gu;

/** A street with the number of a house, without the postcode: where somebody can be found. */
export function findStreets(text: string): Found[] {
	if (!/\p{L}[.,]{0,2}\s/u.test(text)) return [];
	const found = Array.from(text.matchAll(door)).flatMap(({ 0: number, index }) => {
		const start = readStreetBefore(text, index, { isInDigits: /\d/.test(number) });
		return start === undefined ? [] : [{ start, end: index + number.length, label }];
	});
	return [
		...found,
		...findMatches(text, english, label),
		...findMatches(text, turned, label),
		...findMatches(text, numberFirst, label)
	];
}
