import type { Found } from './found.ts';

const label = '[naam]';
const title =
	'(?:(?:de heer|mevrouw|meneer|dhr|mevr|mw|mr|mrs|ms|miss|dr|drs|ir|ing|prof)\\.?\\s+)*';

/** After these comes a name, however it is written. */
const introductions = new RegExp(
	`(?<!\\p{L})(?:(?:mijn|de) (?:volledige |eigen )?(?:naam|voornaam|achternaam) (?:is|was|luidt)\\s?:?|(?:mijn )?naam\\s?:|ik heet|ik noem me|ondergetekende,?|my (?:full |first |last |sur)?name is\\s?:?|my name's|name\\s?:|i am called|they call me)\\s+${title}`,
	'giu'
);
/** After these a name is only meant when it has a capital. */
const tentative = new RegExp(
	`(?<!\\p{L})(?:[Ii]k ben|IK BEN|I am|I['’]m)\\s+${title}(?=\\p{Lu})`,
	'gu'
);
const farewells = new RegExp(
	`(?<!\\p{L})(?:met (?:vriendelijke|hartelijke|beleefde) groet(?:en)?|vriendelijke groet(?:en)?|hartelijke groet(?:en)?|hoogachtend|groetjes|groeten(?: van)?|groet(?: van)?|m\\.?v\\.?g\\.?|getekend|kind regards|best regards|warm regards|regards|yours sincerely|sincerely|yours faithfully|best wishes|cheers)[\\s,.!:-]{1,4}${title}`,
	'giu'
);

const wordsThatAreNoName = new Set(
	`niet nooit wel al ook nog door in op bij te van bekend onbekend genoemd verkeerd fout juist geheim gewoon
	zomaar is was maar en of om dat die dit het de een mijn hun haar zijn not never already known unknown
	wrong used on in by and but the a an my their on`
		.split(/\s+/)
		.filter(Boolean)
);
/** "mijn naam is misbruikt": a participle. */
const isParticiple = (word: string): boolean =>
	/^(?:ge|ver|be|mis|her|ont|door)\p{L}+(?:d|t|en)$/u.test(word);
/** One letter with a full stop is an initial, whatever word it looks like. */
function saysNoName(word: string, hasCapital: boolean): boolean {
	if (/^\p{L}\.$/u.test(word)) return false;
	const bare = word.toLowerCase().replace(/\.$/, '');
	return wordsThatAreNoName.has(bare) || (!hasCapital && isParticiple(bare));
}
const particles =
	/^(?:van|de|der|den|het|ten|ter|te|'t|’t|in|el|al|bin|ben|von|du|la|le|da|di|dos|op)$/i;
const peoples =
	/^(?:nederlan|belg|duits|turk|marok|surina|antil|pool|pools|syri|engels|english|brit|dutch|german|polish|fries|limbur|braban|zeeuw|gronin|drent|twent|amsterdam|rotterdam|utrecht|hage|moslim|muslim|christen|christian|katho|catho|jood|jewish|hindoe|zzp|europ|afrika|african|american)/i;
const namePattern = /([\p{L}][\p{L}'’-]*\.?)([ ]?)/guy;

/** Names after "mijn naam is", "ik ben" and the like, and under a farewell. */
export function findNames(text: string): Found[] {
	const introduced = Array.from(text.matchAll(introductions), (match) =>
		readName(text, match.index + match[0].length, true)
	);
	const maybe = Array.from(text.matchAll(tentative), (match) => {
		const start = match.index + match[0].length;
		return peoples.test(text.slice(start)) ? undefined : readName(text, start, false);
	});
	const signed = Array.from(text.matchAll(farewells), (match) =>
		readSignature(text, match.index + match[0].length, match[0])
	);
	return [...introduced, ...maybe, ...signed].filter((found) => found !== undefined);
}

/** From here: a first name, then what has a capital, with the particles between. */
function readName(text: string, start: number, mayBeSmall: boolean): Found | undefined {
	let end = start;
	let isFirst = true;
	let isSmall = false;
	let isAfterParticle = false;
	for (const word of text.slice(start).matchAll(namePattern)) {
		const [whole, name] = word as unknown as [string, string];
		const hasCapital = /^\p{Lu}/u.test(name);
		const isParticle = particles.test(name) && (!isFirst || hasCapital);
		const isName = isFirst
			? !isParticle && (hasCapital || mayBeSmall) && !saysNoName(name, hasCapital)
			: hasCapital || (isSmall && isAfterParticle);
		if (!isName && !isParticle) break;
		if (isFirst) isSmall = !hasCapital;
		// A particle belongs to the name only when a name follows it.
		if (isName) end = start + word.index + name.length;
		isAfterParticle = isParticle;
		isFirst = false;
		// A full stop ends the name unless it abbreviates one: "J. de Vries".
		if (name.endsWith('.') && name.length > 3) {
			end -= 1;
			break;
		}
		if (whole === name && !name.endsWith('.')) break;
	}
	return end > start ? { start, end, label } : undefined;
}

/** A signature has a capital, or is the last thing said, on a line of its own. */
function readSignature(text: string, start: number, farewell: string): Found | undefined {
	const rest = text.slice(start);
	if (/^\p{Lu}/u.test(rest)) return readName(text, start, false);
	const last = /^\p{L}[\p{L}'’. -]{0,40}$/u.exec(rest.trimEnd());
	if (!last || !/[\n,]/.test(farewell) || last[0].split(/\s+/).length > 3) return undefined;
	return { start, end: start + last[0].length, label };
}
