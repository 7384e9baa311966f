import type { Found } from './found.ts';
import { isGivenName } from './given-names.ts';
import { calm, findIntroduced, isInitial, relative, title } from './introduced-names.ts';
import { isNoPerson, isWhereabouts } from './no-names.ts';
import { readName, readOther, readPerson, readSignature } from './read-name.ts';

const label = '[naam]';
/** After these a name is only meant when it has a capital. */
const tentative = new RegExp(
	`(?<!\\p{L})(?:[Ii]k ben|I am(?: called)?|I['’]m|[Tt]hey call me|[Ss]preek ik met|[Ii]s this|[Aa]m I speaking (?:to|with))\\s+${title}(?=\\p{Lu})`,
	'gu'
);
/** After these a name in small letters is meant when it is a first name or has a title: "ik ben jan de vries". */
const small = new RegExp(
	`(?<!\\p{L})(?:ik ben|i am|i['’]m|(?:u|je|jij|jullie) spreekt (?:hier )?met|spreek ik (?:nu )?met|(?:spreekt u|spreek je) met|you are speaking (?:to|with)|am i speaking (?:to|with)|speaking with)\\s(${title})`,
	'giu'
);
const loud = /(?<!\p{L})IK BEN (?=\p{Lu}+ (?:VAN|DE|DER|DEN|TEN|TER) )/gu;
const mayFollow = "(?=\\p{Lu}|(?:van|von|de|der|den|ten|ter|el|al|la|le|'t|’t)\\s)";
/** "mevrouw Jansen", "dhr. de Boer", "familie Bakker" */
const titled = new RegExp(
	`(?<!\\p{L})(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Jj]uffrouw|[Dd]e heer|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]w\\.|[Mm]rs?\\.?|Ms\\.?|Miss|[Ff]amilie|[Ff]am\\.|[Ww]eduwe|[Tt]\\.?a\\.?v\\.?)\\s${title}${mayFollow}`,
	'gu'
);
/** "een mevrouw van Enexis": from there, not called so. */
const isSomebody =
	/(?<!\p{L})(?:een|de|die|deze|dezelfde|andere|jonge|oudere|\p{L}+(?:ige|ijke|elde)|the|a|one)\s(?:mevrouw|meneer|juffrouw|mijnheer)\svan\s\p{Lu}/iu;
/** "mijn dochter Lisa", "my husband Peter" */
const related = new RegExp(
	`(?<!\\p{L})(?:[Mm]ijn|[Oo]nze|[Mm]['’]n|[Mm]y|[Oo]ur)\\s(?:\\p{Ll}+\\s)?${relative},?\\s(?=\\p{Lu}\\p{Ll})`,
	'gu'
);
const oneName = "\\p{Lu}[\\p{L}'’-]*\\.?";
const fullName = `${oneName}(?:\\s(?:(?:van|de|der|den|het|ten|ter|el|al)\\s){0,3}${oneName}){0,3}`;
/** "Jan de Vries is mijn naam", "this is John Smith speaking", "dat ik Jan Bakker heet" */
const before = new RegExp(
	`(?<!\\p{L})(?<=(?:[Mm]ijn naam|[Mm]y name)\\s)${fullName}(?=\\s(?:is|was)(?!\\p{L}))|(?<!\\p{L})(?<=[Ii]k\\s)${fullName}(?=\\sheet(?!\\p{L}))|(?<!\\p{L})${fullName}(?=\\s(?:is mijn naam|is my name|speaking(?!\\p{L})|heet ik))`,
	'gu'
);
const farewells = new RegExp(
	`(?<!\\p{L})(?:(?:met )?(?:vriendelijke|hartelijke|beleefde|vr\\.?) (?:groet(?:en)?|gr\\.?)|hoogachtend|groetjes(?: van)?|groeten(?: van)?|groet(?: van)?|m\\.?\\s?(?:vr|v)\\.?\\s?gr?\\.?|hgr\\.?|getekend(?=[\\s,:]*[,:\\n])|liefs|(?:kind|best|warm) regards|regards|yours sincerely|sincerely|yours faithfully|best wishes|cheers|(?<=^|[\\n.!?,]\\s{0,2})gr(?:tjs|tz)?\\.?|(?<=\\n)(?:alvast )?(?:bedankt|dank u|thanks|thank you)(?=,?\\n))(?:[\\s,!:-]|\\.(?=\\s*\\n)){1,4}${title}`,
	'giu'
);

/** "jan de vries is mijn naam" */
const smallBefore =
	/(?<!\p{L})((?:\p{Ll}[\p{L}'’-]*\.?\s){1,4})(?:is\s(?:mijn naam|my name)|heet ik)(?!\p{L})/gu;

/** Names after "mijn naam is", "ik ben" and the like, after a title, and under a farewell. */
export function findNames(text: string): Found[] {
	const found: (Found | undefined)[] = findIntroduced(text);
	for (const { end } of ends(text, tentative))
		if (!isNoPerson(text.slice(end, end + 30))) found.push(readPerson(text, end));
	for (const match of text.matchAll(small)) found.push(readSmall(text, match));
	for (const { end } of ends(text, loud)) found.push(readName(text.toLowerCase(), end, true));
	for (const { start, end } of ends(text, titled))
		if (!isSomebody.test(text.slice(Math.max(0, start - 20), end + 8)))
			found.push(readPerson(text, end));
	for (const { end } of ends(text, related))
		if (!isNoPerson(text.slice(end, end + 30))) found.push(readPerson(text, end));
	for (const { start, end } of ends(text, before))
		if (!isOpener.test(text.slice(start, end))) found.push({ start, end, label });
	for (const match of text.matchAll(smallBefore)) found.push(readBefore(match));
	for (const { start, end } of ends(text, farewells))
		found.push(readSignature(text, end, text.slice(start, end)));
	const named = found.filter((name) => name !== undefined);
	return [...named, ...named.map((name) => readOther(text, name)).filter((name) => !!name)];
}

/** From the first of these words that is a first name. */
function readBefore({ 1: said, index }: RegExpExecArray): Found | undefined {
	const words = Array.from(said!.matchAll(/\S+/g));
	const first = words.find(([word]) => isGivenName(word));
	return first && { start: index + first.index, end: index + said!.trimEnd().length, label };
}

const particlesFirst = /^(?:(?:van|von|de|der|den|ten|ter|el|al|'t|’t)\s){1,3}(?=\p{L})/u;

/** "ik ben jan de vries", "u spreekt met mevrouw de vries"; not "ik ben klant", "mevrouw van de bank". */
function readSmall(
	whole: string,
	{ 0: said, 1: titles, index }: RegExpExecArray
): Found | undefined {
	const text = calm(whole, said);
	const start = index + said.length;
	const rest = text.slice(start, start + 40);
	if (isNoPerson(rest) || isWhereabouts(rest)) return undefined;
	if (titles) {
		const particles = particlesFirst.exec(rest)?.[0] ?? '';
		const family = readPerson(text, start + particles.length, true);
		return family && { ...family, start };
	}
	const first = /^[\p{L}'’-]+/u.exec(rest)?.[0] ?? '';
	return isGivenName(first) || isInitial.test(rest) ? readPerson(text, start, true) : undefined;
}

/** "Hoe heet", "Zij heet": no name yet. */
const isOpener =
	/^(?:Hoe|Wie|Die|Dat|Dit|Zij|Ze|Hij|Het|Ik|U|Je|Wat|I|Is|Public|English|Dutch|Nederlands)(?!\p{L})/iu;

const ends = (text: string, pattern: RegExp): { start: number; end: number }[] =>
	Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
		start: index,
		end: index + length
	}));
