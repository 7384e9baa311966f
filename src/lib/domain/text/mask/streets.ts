import { isStreet, isStreetWord, isSurelyStreet, opensStreet } from './street-words.ts';
import { findMatches, type Found } from './found.ts';
import { numberInWords } from './spoken-numbers.ts';

const label = '[adres]';

const letter =
	'(?:\\s?[-/]?\\s?(?:[ivx]{2,4}|bis|hs|rd|huis|rood|zwart|links|rechts)|[-/]?[a-z]|\\s[a-h])(?![\\p{L}\\d])';
const digits = `(?!(?:19|20)\\d{2}(?!\\d))\\d{1,4}(?:${letter}|\\s?[-/]\\s?\\d{1,4}(?!\\d)){0,2}`;
/** What has a measure behind it is no door: "Kerkstraat 12 keer". */
const measures =
	'uur|u|euro|keer|maal|x|dag|dagen|weken|week|maand|maanden|jaar|jaren|minuten|minuut|min|kwartier|seconden|sec|procent|kwh|km|kilometer|meter|m2|m3|mb|gb|mbit|hoog|mensen|man|mannen|vrouwen|personen|huizen|huishoudens|deuren|adressen|woningen|buren|bewoners|medewerkers|verkopers|gesprekken|telefoontjes|belletjes|collectanten|stuks|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|times|hours|years|days|weeks|months|people|minutes|houses|miles|pm|am';
const noMeasure = `(?![\\p{L}\\d]|[.,:]\\d|\\s?[%€]|\\s?(?:${measures})(?!\\p{L}))`;
const door = new RegExp(
	`(?<=\\p{L}[.,]{0,2}\\s{1,2})(?:(?:op\\s)?(?:huis)?(?:nummer|number|nr\\.?|no\\.?)\\s?)?(?:${digits}|${numberInWords})${noMeasure}`,
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

/** After these a street need not look like one: "ik woon Brink 3". */
const home =
	/(?:(?<!\p{L})(?:woon(?:achtig|t)?|wonend?|woonden?|(?:huis|thuis|woon)?adres|live[sd]?|living|address)(?:\s(?:is|was|luidt))?\s?:?\s(?:(?:nu|zelf|hier|thuis|al jaren|alleen)\s)?(?:(?:op|aan|in|te|at|on)\s)?(?:(?:de|het|['’]t|den)\s)?)$/iu;

/** A street with the number of a house, without the postcode: where somebody can be found. */
export function findStreets(text: string): Found[] {
	if (!/\p{L}[.,]{0,2}\s/u.test(text)) return [];
	const found = Array.from(text.matchAll(door)).flatMap(({ 0: number, index }) => {
		const start = readStreetBefore(text, index, /\d/.test(number));
		return start === undefined ? [] : [{ start, end: index + number.length, label }];
	});
	return [
		...found,
		...findMatches(text, english, label),
		...findMatches(text, turned, label),
		...findMatches(text, numberFirst, label)
	];
}

/** Where the name of the street begins that ends here, if these words are one. */
function readStreetBefore(text: string, end: number, isInDigits: boolean): number | undefined {
	const from = Math.max(0, end - 70);
	const words = Array.from(text.slice(from, end).matchAll(/[^\s,;:!?()"“”]+(?=,?\s)/gu));
	const last = words.at(-1);
	if (!last || !/^,?\s+$/.test(text.slice(from + last.index + last[0].length, end)))
		return undefined;
	let first = words.length - 1;
	while (
		first > 0 &&
		isStreetWord(
			words.map(([word]) => word),
			first - 1
		)
	)
		first -= 1;
	const name = words.slice(first).map(([word]) => word);
	const start = from + words[first]!.index;
	const isNamed = isSurelyStreet(name, words[first - 1]?.[0]) || opensStreet(name);
	const isHome = isInDigits && isStreet(name) && home.test(text.slice(0, start));
	return (isNamed && (isInDigits || /^\p{Lu}/u.test(name.at(-1)!))) || isHome ? start : undefined;
}
