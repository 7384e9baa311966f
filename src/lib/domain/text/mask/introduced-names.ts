import type { Found } from './found.ts';
import { isGivenName } from './given-names.ts';
import { readName, readPerson } from './read-name.ts';

export const title =
	'(?:(?:de heer|mevrouw|meneer|dhr|mevr|mw|mr|mrs|ms|miss|dr|drs|ir|ing|prof)\\.?\\s+){0,5}';
export const relative =
	'(?:man|vrouw|echtgenoot|echtgenote|partner|vriend|vriendin|zoon|zoontje|dochter|dochtertje|vader|moeder|pa|ma|opa|oma|broer|zus|zusje|broertje|oom|tante|neef|nicht|kleinzoon|kleindochter|schoonmoeder|schoonvader|buurman|buurvrouw|collega|husband|wife|boyfriend|girlfriend|son|daughter|father|mother|mum|mom|dad|grandma|grandpa|grandmother|grandfather|brother|sister|uncle|aunt|neighbour|neighbor|colleague)';

/** "J. de Vries" */
export const isInitial = /^\p{L}\.\s?(?:\p{L}|')/u;

/** After these comes a name, however it is written. */
const introductions = new RegExp(
	`(?<!\\p{L}|(?:wat|what|hoe)\\s{1,3})(?:(?:mijn|de|m['’]?n|me) (?:volledige |eigen )?(?:naam|voornaam|achternaam|roepnaam|meisjesnaam) (?:is|was|luidt)|(?:mijn |(?<!(?:bij|op|zijn|haar|hun|zonder)\\s))(?:naam|voornaam|achternaam|contactpersoon)(?: melder)?\\s?:|ik heet|heet ik|ik noem me|ondergetekende,?|my (?:full |first |last |sur|maiden )?name is|my name's|(?:first |last |sur)?name\\s?:|(?:mijn|onze) ${relative} heet(?:te)?|(?:my|our) ${relative}(?:'s name is| is called))(?!\\p{L})`.replaceAll(
		' ',
		'\\s{1,3}'
	),
	'giu'
);
/** Between the introduction and the name: signs, and "dus", with which it may be no name. */
const opening = new RegExp(
	`[\\s:"“„'‘*(]{0,6}((?:[,–—-]|\\.{2,3}|…)?[\\s"“„'‘*(]{0,3}(?:(?:dus|ook|gewoon|trouwens|namelijk|overigens|inderdaad|just|simply|actually)\\s{1,3})?)${title}`,
	'iuy'
);
/** "een contract op mijn naam is opgezegd": whose, not who. */
const isOnName = /(?:^|[^\p{L}])(?:op|in|onder|met|van|aan|over|on|under|with|of|to|by)\s+$/iu;
const isThatName = /(?:^|[^\p{L}])(?:dat|of|omdat|als|zodat|that|whether|because|if|when)\s+$/iu;
/** These have a name without "mijn" behind them less often. */
const isDoubtful = /^(?:de\s|naam|name|ondergetekende)/i;
/** Names after "mijn naam is" and the like. */
export const findIntroduced = (text: string): Found[] =>
	Array.from(text.matchAll(introductions))
		.map((match) => readIntroduced(text, match))
		.filter((name) => name !== undefined);

/** Where all is in capitals they tell nothing: the text is read in small letters. */
export function calm(text: string, said: string): string {
	if (/\p{Ll}/u.test(said)) return text;
	const low = text.toLowerCase();
	return low.length === text.length ? low : text;
}

function readIntroduced(whole: string, { 0: said, index }: RegExpExecArray): Found | undefined {
	const text = calm(whole, said);
	opening.lastIndex = index + said.length;
	const [signs, doubt] = opening.exec(text) as unknown as [string, string];
	const start = index + said.length + signs.length;
	if (!signs) return undefined;
	const before = text.slice(Math.max(0, index - 12), index);
	const first = /^\p{L}[\p{L}'’-]*/u.exec(text.slice(start, start + 40))?.[0] ?? '';
	const hasCapital = /^\p{Lu}/u.test(first);
	const isSure = isGivenName(first) || isInitial.test(text.slice(start, start + 4));
	if (!isSure && isOnName.test(before)) return undefined;
	if (isDoubtful.test(said)) return readPerson(text, start, isSure || said.endsWith(':'));
	const mayBeSmall = isSure || !(doubt.trim() || isThatName.test(before));
	return readName(text, start, mayBeSmall || hasCapital);
}
