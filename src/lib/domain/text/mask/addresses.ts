import { findMatches, type Found } from './found.ts';

/** Two-letter words that follow a year more often than they end a postcode: "in 2024 om 12 uur". */
const words =
	'al|an|as|at|by|de|do|en|er|ga|he|if|ik|in|is|it|je|me|my|na|no|nu|of|om|on|op|or|to|te|we|ze|zo|sa|sd|ss';
const postcode = `[1-9]\\d{3}\\s?(?!(?:${words})\\b)[a-z]{2}\\b`;
const addition =
	'(?:\\s?[-/]?\\s?(?:[a-z]|[ivx]{1,4}|bis|hs|rd|huis|rood|zwart|links|rechts)\\b|\\s?[-/]\\s?\\d{1,4}\\b)';
const houseNumber = `\\d{1,5}${addition}{0,2}`;
const numberWord = '(?:huis(?:nummer|nr\\.?)|house\\s?number|nummer|number|nr\\.?|no\\.?)';
const between = `[\\s,;:/-]*(?:(?:en|and|met|with|op|at)\\s+)?(?:(?:mijn|my|het|the)\\s+)?${numberWord}?\\s*(?:is\\s|:)?\\s*`;
const street =
	"(?:[\\p{L}.'-]+\\s){0,3}[\\p{L}'-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|park|pad|steeg|dijk|baan|ring|markt|street|road|avenue|lane)";
const unit =
	'(?![\\d.,]*\\d|\\s?(?:uur|euro|keer|x|dagen|dag|weken|maanden|minuten|procent|%|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\\b)';

const after = new RegExp(`\\b${postcode}${between}${houseNumber}${unit}`, 'giu');
const before = new RegExp(
	`(?<!\\p{L})${street}\\s${houseNumber}[\\s,]+(?:postcode\\s)?${postcode}`,
	'giu'
);
const bare = new RegExp(
	`\\b${numberWord}\\s?(?:is\\s)?${houseNumber}[\\s,]+(?:(?:en|and)\\s)?(?:(?:mijn|my)\\s)?(?:postcode\\s(?:is\\s)?)?${postcode}`,
	'giu'
);

/** "2500 kw 12": a quantity, when it is not written as a postcode is. */
const isQuantity = ({ 0: found }: RegExpExecArray): boolean =>
	/^\d{4}\s?(?:kg|km|cm|mm|kw|mb|gb|tb|pk|ml|cl|ct|st|eu|m2|m3)\b/.test(found);

/** A postcode with its house number, in any order: together they are one front door. */
export const findAddresses = (text: string): Found[] =>
	[after, before, bare].flatMap((pattern) =>
		findMatches(text, pattern, '[adres]', (match) => !isQuantity(match))
	);
