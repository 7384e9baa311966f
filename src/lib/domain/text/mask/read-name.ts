import type { Found } from './found.ts';
import { isGivenName } from './given-names.ts';
import { isCompany, isState, isWhereabouts, saysNoName } from './no-names.ts';
import { isOrdinary, tellsDeed } from './ordinary-words.ts';

const label = '[naam]';
const particles =
	/^(?:van|de|der|den|het|ten|ter|te|'t|’t|in|el|al|bin|ben|von|du|la|le|da|di|dos|op|vd)$/i;
/** A word of a name, and the spaces behind it; a new line only where "de Vries" goes on. */
const namePattern =
	/(['’]?\p{L}[\p{L}'’-]*(?![\p{L}\d[])\.?)( {1,3}| ?\r?\n(?=(?:van|de|der|den|ten|ter|el|al|von)\s(?:\p{Ll}+\s)?\p{Lu}))?/guy;
/** "de Vries", "van den Berg", where a family name is all there is. */
const withParticle =
	/^(?:van|von|de|der|den|ten|ter|el|al|la|le|di|da|'t|’t)\s(?:(?:de|der|den|het|'t|’t)\s)?(?=\p{L})/u;
const isInitials = /^(?:\p{L}\.)+$/u;
/** A sentence begins: "Mijn naam is Jan Ik ben gebeld". */
const opensSentence = /^(?:Ik|Wij|We|Ze|Zij|Hij|Mijn|Dit|I|My|They|He|She)$/;
const hasCapital = (name: string): boolean => /^(?:(?:d|l|o|dell|dall)['’])?\p{Lu}/u.test(name);
/** These end families, and few other words. */
const endsFamily =
	/.{2}(?:sen|ssens?|stra|sma|inga|ema|ink|mans?|huis|berg|veld|kamp|dijk|beek|meijer|meyer)$/iu;

/** From here: first names, then what has a capital or ends the name, with the particles between. */
export function readName(text: string, start: number, mayBeSmall: boolean): Found | undefined {
	const leading = withParticle.exec(text.slice(start, start + 20))?.[0] ?? '';
	const from = start + leading.length;
	const first = /^\p{L}[\p{L}'’-]*/u.exec(text.slice(from, from + 40))?.[0] ?? '';
	// "mijn naam is van dijk", not "… is van belang" or "… is de laatste op de lijst".
	if (leading && !hasCapital(first) && !(mayBeSmall && isFamily(text, from, first)))
		return undefined;
	let end = from;
	let isFirst = true;
	let mayGoOn = true;
	let isAfterParticle = leading !== '';
	for (const word of text.slice(from, from + 100).matchAll(namePattern)) {
		const [whole, name] = word as unknown as [string, string];
		const at = from + word.index;
		const isLarge = hasCapital(name);
		const isParticle = particles.test(name) && (!isFirst || (isLarge && whole !== name));
		const isName = isFirst
			? !isParticle && (isLarge || mayBeSmall) && (leading !== '' || !saysNoName(name, isLarge))
			: isLarge ||
				isInitials.test(name) ||
				(mayGoOn && !isParticle && isNext(text, at, name, isAfterParticle));
		// "mijn naam is illegaal gebruikt"
		if (
			isFirst &&
			!isLarge &&
			!isGivenName(name) &&
			tellsDeed(text.slice(at + name.length, at + 60))
		)
			break;
		if ((!isName && !isParticle) || (!isFirst && opensSentence.test(name))) break;
		// "Sandra van Ziggo", "jan van de klantenservice": from there, not called so.
		if (isParticle && isWhereabouts(text.slice(at, at + 60))) break;
		// A particle belongs to the name only when a name follows it.
		if (isName) end = at + name.length;
		// One family name is all: "jan jansen wil", "Jan de Vries ordernummer 5".
		if (!isFirst && isName && !isGivenName(name) && !isInitials.test(name)) mayGoOn = false;
		isAfterParticle = isParticle;
		isFirst = false;
		// A full stop ends the name unless it abbreviates one: "J. de Vries".
		if (name.endsWith('.') && name.length > 3) {
			end -= 1;
			break;
		}
		if (whole === name && !name.endsWith('.')) break;
	}
	return end > from ? { start, end, label } : undefined;
}

/** A small word that goes on with a name: another first name, or the family. */
const isNext = (text: string, at: number, name: string, isAfterParticle: boolean): boolean =>
	isGivenName(name) || (isAfterParticle ? !isOrdinary(name) : isFamily(text, at, name));

/** "jansen", or what no sentence goes on with: "mijn naam is sanne bakker, en ik …". */
function isFamily(text: string, at: number, name: string): boolean {
	if (isOrdinary(name) || isState(name)) return false;
	if (endsFamily.test(name) || name.endsWith('.')) return true;
	const [, next] = /^\s*(\p{L}*)/u.exec(text.slice(at + name.length, at + name.length + 30))!;
	return next === '' || next === 'van' || isOrdinary(next!);
}

/** A name with a capital that is neither a company nor a whole word in capitals. */
export function readPerson(text: string, start: number, mayBeSmall = false): Found | undefined {
	const found = readName(text, start, mayBeSmall);
	if (!found || isCompany(text.slice(start, start + 60), text.slice(found.end, found.end + 20)))
		return undefined;
	return /^\p{Lu}{2,}(?!\.)$/u.test(text.slice(start, found.end)) ? undefined : found;
}

/** "Jan en Marie Jansen": who is named with somebody else. */
export function readOther(text: string, first: Found): Found | undefined {
	const and =
		/^\s(?:en|and|&|\+)\s(?=(\p{L}[\p{L}'’-]*)(\s(?:(?:van|de|der|den|el)\s){0,2}\p{Lu})?)/u.exec(
			text.slice(first.end, first.end + 60)
		);
	if (!and) return undefined;
	const [said, name, family] = and as unknown as [string, string, string | undefined];
	const isNamed = isGivenName(name) || (hasCapital(name) && family !== undefined);
	return isNamed && !isOrdinary(name) ? readPerson(text, first.end + said.length, true) : undefined;
}

/** A signature has a capital, or is the last thing said, on a line of its own. */
export function readSignature(text: string, start: number, farewell: string): Found | undefined {
	const rest = text.slice(start);
	if (/^\p{Lu}/u.test(rest)) return readName(text, start, false);
	const last = /^\p{L}[\p{L}'’. -]{0,40}$/u.exec(rest.trimEnd());
	if (!last || !/[\n,]/.test(farewell)) return undefined;
	const words = last[0].split(/\s+/);
	if (words.length > 3 || words.some((word) => isOrdinary(word) && !particles.test(word)))
		return undefined;
	return { start, end: start + last[0].length, label };
}
