import { isCompany, isNoPerson, isWhereabouts, saysNoName } from './no-names.ts';
import type { Found } from './found.ts';

const label = '[naam]';
const particles =
	/^(?:van|de|der|den|het|ten|ter|te|'t|’t|in|el|al|bin|ben|von|du|la|le|da|di|dos|op)$/i;
const namePattern = /(['’]?\p{L}[\p{L}'’-]*\.?)([ ]?)/guy;
/** "de Vries", where a family name is all there is. */
const withParticle =
	/^(?:van|von|de|der|den|ten|ter|el|al|la|le|di|da|'t|’t)\s(?:(?:de|der|den|het|'t|’t)\s)?(?=\p{Lu})/u;

/** From here: a first name, then what has a capital, with the particles between. */
export function readName(text: string, start: number, mayBeSmall: boolean): Found | undefined {
	const leading = withParticle.exec(text.slice(start, start + 20));
	const from = start + (leading?.[0].length ?? 0);
	let end = from;
	let isFirst = true;
	let isSmall = false;
	let isAfterParticle = false;
	let count = 0;
	for (const word of text.slice(from, from + 100).matchAll(namePattern)) {
		const [whole, name] = word as unknown as [string, string];
		const hasCapital = /^\p{Lu}/u.test(name);
		const isParticle = particles.test(name) && (!isFirst || hasCapital);
		const isName = isFirst
			? !isParticle && (hasCapital || mayBeSmall) && !saysNoName(name, hasCapital)
			: hasCapital ||
				(isSmall && (isAfterParticle || (count === 1 && isLast(text, from + word.index))));
		if (!isName && !isParticle) break;
		// "Sandra van Ziggo", "jan van de klantenservice": from there, not called so.
		if (isParticle && isWhereabouts(text.slice(from + word.index))) break;
		if (isFirst) isSmall = !hasCapital;
		// A particle belongs to the name only when a name follows it.
		if (isName) end = from + word.index + name.length;
		isAfterParticle = isParticle;
		isFirst = false;
		count += 1;
		// A full stop ends the name unless it abbreviates one: "J. de Vries".
		if (name.endsWith('.') && name.length > 3) {
			end -= 1;
			break;
		}
		if (whole === name && !name.endsWith('.')) break;
	}
	return end > from ? { start, end, label } : undefined;
}

/** "mijn naam is sanne bakker.": a second word that ends the sentence, or its first half. */
function isLast(text: string, at: number): boolean {
	const word = /^\p{L}[\p{L}'’-]*(?=\s*(?:$|[.,;:!?\n])|\s(?:en|uit|and|from)\s)/u.exec(
		text.slice(at, at + 40)
	);
	return word !== null && !saysNoName(word[0], false) && !isNoPerson(word[0]);
}

/** A name with a capital that is neither a company nor a whole word in capitals. */
export function readPerson(text: string, start: number, mayBeSmall = false): Found | undefined {
	const found = readName(text, start, mayBeSmall);
	if (!found || isCompany(text.slice(start), text.slice(found.end))) return undefined;
	return /^\p{Lu}{2,}(?!\.)$/u.test(text.slice(start, found.end)) ? undefined : found;
}

/** A signature has a capital, or is the last thing said, on a line of its own. */
export function readSignature(text: string, start: number, farewell: string): Found | undefined {
	const rest = text.slice(start);
	if (/^\p{Lu}/u.test(rest)) return readName(text, start, false);
	const last = /^\p{L}[\p{L}'’. -]{0,40}$/u.exec(rest.trimEnd());
	if (!last || !/[\n,]/.test(farewell) || last[0].split(/\s+/).length > 3) return undefined;
	return { start, end: start + last[0].length, label };
}
