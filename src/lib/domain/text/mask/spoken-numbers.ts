const units: Record<string, string> = { één: '1', oh: '0' };
const tens: Record<string, string> = {};
const dutchUnits =
	'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien';
const englishUnits =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const dutchTens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig';
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety';
for (const words of [dutchUnits, englishUnits])
	for (const [at, word] of words.split(' ').entries()) units[word] = String(at);
for (const words of [dutchTens, englishTens])
	for (const [at, word] of words.split(' ').entries()) tens[word] = String((at + 2) * 10);

/** The longest first: "zestien" before "zes". */
const either = (words: string[]): string =>
	`(?:${words.sort((a, b) => b.length - a.length).join('|')})`;
const unit = either(Object.keys(units));
const ten = either(Object.keys(tens));
/** "vierendertig", "vier en dertig", "thirty-four", "zes", "achthonderd". */
const one = `(?:${unit}(?:\\s?(?:en|ën)\\s?${ten}|honderd|\\shundred)?|${either(englishTens.split(' '))}(?:[\\s-]${unit})?|${ten})`;
/** A number below a hundred in words. */
export const numberInWords = `(?:${one})(?!\\p{L})`;

const token = `(?:(?:(?:dubbele?|double)\\s)?${one}(?!\\p{L})|\\d{1,8}(?![\\d\\p{L}]))`;
const sequence = new RegExp(
	`(?<![\\p{L}\\d])(?:nulzes|plus\\s${one}|nul|zero|oh|0\\d{0,3})(?:[\\s,.-]{1,3}${token}){3,12}`,
	'giu'
);
const tokens = new RegExp(`nulzes|plus|${token}`, 'giu');

/** A row of numbers that somebody said, as digits, token by token. */
export type SpokenNumber = { start: number; parts: { digits: string; end: number }[] };

/** Rows that begin as a phone number does and have at least one number in words. */
export const findSpokenNumbers = (text: string): SpokenNumber[] =>
	Array.from(text.matchAll(sequence))
		.filter(([said]) => /\p{L}/u.test(said))
		.map(({ 0: said, index }) => ({
			start: index,
			parts: Array.from(said.matchAll(tokens), (match) => ({
				digits: digitsOf(match[0].toLowerCase()),
				end: index + match.index + match[0].length
			}))
		}));

function digitsOf(said: string): string {
	if (said === 'nulzes') return '06';
	if (said === 'plus') return '+';
	const twice = /^(?:dubbele?|double)\s/.exec(said);
	if (twice) return digitsOf(said.slice(twice[0].length)).repeat(2);
	if (/^\d/.test(said)) return said;
	const hundreds = /^(\p{L}+?)\s?(?:honderd|hundred)$/u.exec(said);
	if (hundreds) return `${units[hundreds[1]!]}00`;
	if (said in units) return units[said]!;
	if (said in tens) return tens[said]!;
	const dutch = new RegExp(`^(\\p{L}+?)\\s?(?:en|ën)\\s?(${ten})$`, 'u').exec(said);
	if (dutch && dutch[1]! in units)
		return String(Number(tens[dutch[2]!]) + Number(units[dutch[1]!]));
	const [first, second] = said.split(/[\s-]/) as [string, string];
	const last = units[second]!;
	return last.length === 1 ? String(Number(tens[first]) + Number(last)) : tens[first]! + last;
}
