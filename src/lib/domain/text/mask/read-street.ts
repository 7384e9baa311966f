import { isStreet, isStreetWord, isSurelyStreet, opensStreet } from './street-words.ts';

/** After these a street need not look like one: "ik woon Brink 3". */
const home =
	/(?:(?<!\p{L})(?:woon(?:achtig|t)?|wonend?|woonden?|(?:huis|thuis|woon)?adres|live[sd]?|living|address)(?:\s(?:is|was|luidt))?\s?:?\s(?:(?:nu|zelf|hier|thuis|al jaren|alleen)\s)?(?:(?:op|aan|in|te|at|on)\s)?(?:(?:de|het|['’]t|den)\s)?)$/iu;

/** Where the name of the street begins that ends here, if these words are one. */
export function readStreetBefore(
	text: string,
	end: number,
	{ isInDigits = true, isHome = false }
): number | undefined {
	// A comma or a line ends what stands before: "Jan de Vries, Dorpsstraat 12".
	const behind = /,?\s+$/.exec(text.slice(Math.max(0, end - 4), end))?.[0].length ?? 0;
	const before = text.slice(Math.max(0, end - 70), end - behind);
	const from = end - behind - /[^,;:!?/|()"“”\r\n\0]*$/.exec(before)![0].length;
	const words = Array.from(text.slice(from, end - behind).matchAll(/\S+/gu));
	if (!words.length || !behind) return undefined;
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
	if (isNamed && (isInDigits || /^\p{Lu}/u.test(name.at(-1)!))) return start;
	const isLikely = isInDigits && isStreet(name);
	return isLikely && (isHome || home.test(text.slice(0, start))) ? start : undefined;
}
