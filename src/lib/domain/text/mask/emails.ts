import { findMatches, type Found } from './found.ts';
import { isOrdinary } from './ordinary-words.ts';

const label = '[e-mailadres]';
/** No word before it, unless that is the end of another: "jan@voorbeeld.nl-piet@…". */
const begin = "(?:(?<![\\p{L}\\p{N}_%+'-])|(?<=@[\\p{L}\\p{N}.]{3,64}-))";
const part = "[\\p{L}\\p{N}_%+'-]+";
const particles = "(?:(?:van|von|de|der|den|het|'t|ten|ter|el|al|la)\\s){1,3}";

const inBrackets = (words: string) => `[([{<]\\s?(?:${words})\\s?[)\\]}>]`;
const atWord =
	'\\b(?:(?:het\\s)?apen?staart(?:je)?|apeklauw(?:tje)?|a-staart(?:je)?|at-?(?:teken|sign))\\b';
const at = `(?:@|${inBrackets('at|a|@|apenstaart(?:je)?')}|[-_]at[-_]|${atWord})`;
const dotWord = `(?:${inBrackets('dot|punt|\\.')}|[-_](?:dot|punt)[-_]|\\b(?:punt|dot)\\b)`;
/** Signs of a name said aloud: "jan punt de vries", "jan liggend streepje de vries". */
const join = `(?:\\s?(?:${dotWord}|\\b(?:underscore|(?:liggend|laag)\\sstreepje|streepje|koppelteken|minteken|dash|hyphen)\\b)\\s?|\\s\\.\\s|\\.)`;
const local = `${part}(?:${join}(?:${particles})?${part}){0,4}`;
const domain = (dot: string) => `${part}(?:\\s?${dot}\\s?${part}){0,3}\\s?${dot}\\s?`;

/** Where spaces or words stand for signs, only an end that is in use makes it an address. */
const knownEnd =
	'(?:nl|com|net|org|eu|be|de|fr|uk|co\\.uk|info|frl|me|io|tv|nu|lu|at|ch|es|it|pl|pt|se|dk|no|fi|ie|cz|ro|tr|app|dev|shop|amsterdam|online)(?![\\p{L}\\p{N}])';
const provider =
	'(?:gmail|googlemail|g-mail|hotmail|outlook|live|yahoo|icloud|msn|aol|gmx|proton|protonmail|kpnmail|kpnplanet|planet|hetnet|home|ziggo|ziggomail|upcmail|casema|chello|quicknet|xs4all|tele2|telfort|solcon|zonnet)';
/** These give out nothing but mailboxes: "at gmail.com" is no place to go. */
const mailboxes =
	'(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|msn|aol|gmx|proton|protonmail|kpnmail|upcmail|ziggomail)';

const patterns = [
	// jan@voorbeeld.nl, jan (at) voorbeeld.nl, jan%40voorbeeld.nl
	`(?<![\\p{L}\\p{N}]\\.)${part}(?:\\.${part})*\\.?\\s?(?:@|%40|${inBrackets('at|@')})\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}`,
	// jan punt de vries apenstaartje voorbeeld punt nl, piet @ voorbeeld . nl
	`${local}\\s{0,2}${at}\\s{0,2}${domain(`(?:\\.|${dotWord})`)}${knownEnd}`,
	// jan de vries apenstaartje gmail
	`(?:${part}\\s${particles})?${local}\\s{0,2}${atWord}\\s{0,2}(?:${domain(`(?:\\.|${dotWord})`)}${knownEnd}|${provider}(?![\\p{L}\\p{N}]))`,
	// jan@gmail, jan@gmail,com, jan@gmail com
	`${local}\\s{0,2}@\\s{0,2}${provider}(?![\\p{L}\\p{N}])(?:[\\s,]${knownEnd})?`,
	// jan@voorbeeld,nl
	`${local}@${part},(?:nl|com|be|eu|org|net)(?![\\p{L}\\p{N}])`,
	// jan punt de vries at gmail punt com
	`(?:${part}\\s${particles})?${local}\\s(?:at|ad|et)\\s${domain('(?:dot|punt)')}${knownEnd}`,
	// jan at gmail.com
	`${local}\\s(?:at|ad)\\s${mailboxes}\\.${knownEnd}`,
	// jan.de.vries at bedrijf.nl, jan85 at bedrijf.nl
	`(?=[\\p{L}\\p{N}_-]*[\\d._])${local}\\s(?:at|ad)\\s${part}\\.${knownEnd}`,
	// j a n @ g m a i l . c o m
	`(?<!\\S)(?:[\\p{L}\\p{N}._-]\\s){2,30}@(?:\\s[\\p{L}\\p{N}.-]){3,30}(?!\\p{L})`
].map((pattern) => new RegExp(begin + pattern, 'giu'));

const mayHoldEmail =
	/@|%40|apen?staart|apeklauw|a-staart|[([{<_-]\s?at?\s?[)\]}>_-]|\s(?:at|ad|et)\s/iu;
/** "I ordered at bol dot com": what one does at a shop on the web. */
const isVisit =
	/^(?:look(?:ed|ing)?|order(?:ed|s)?|bought|buy|found|shop(?:ped)?|account|customer|work(?:s|ed)?|signed|registered|subscribed|subscription|contract|up|it|them|me|was|is|are|were)\s(?:at|ad|et)\s/iu;

/** "Zie hun @stroomwijs.nl": a name on a social medium, and a word of the sentence. */
const isHandle = (found: string): boolean => {
	const word = /^(\S+)\s@\S/u.exec(found)?.[1];
	return word !== undefined && isOrdinary(word);
};

/** E-mail addresses, also as people write or say them: "jan (at) voorbeeld punt nl". */
export function findEmails(text: string): Found[] {
	if (!mayHoldEmail.test(text)) return [];
	return patterns.flatMap((pattern) =>
		// "Mail jan@voorbeeld. Nu": the next sentence is no part of it.
		findMatches(
			text,
			pattern,
			label,
			([found]) => !/\.\s+\p{Lu}/u.test(found) && !isVisit.test(found) && !isHandle(found)
		)
	);
}
