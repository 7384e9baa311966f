/** These end no other word of a report than a street. */
const sureEnding =
	/(?:straat|straatje|str\.?|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk|plantsoen|boulevard|burgwal|hof|street)$/iu;
/** Without a capital fewer are sure. */
const smallEnding = /.{3}(?:straat|laan|gracht|plein|singel|dreef|steeg)$/u;
/** Streets by themselves when a name stands before: "Grote Markt", "Oude Weg". */
const bareStreet =
	/^(?:Straat|Laan|Weg|Plein|Gracht|Kade|Singel|Dreef|Steeg|Dijk|Markt|Park|Hof|Pad|Baan|Ring|Boulevard|Wal|Haven|Burgwal)$/;
/** "Laan van Meerdervoort" */
const opening = /^(?:Laan|Weg|Plein|Gracht|Kade|Singel|Hof|Park|Dreef|Straat)$/;
/** Words that end like a street and are none: "Onderweg 3 keer gebeld". */
const noStreet =
	/^(?:(?:onder|halver|van|gaande|snel|auto|om|door|uit|spoor|loop|hard|werk|levens|lijdens|rechts|kort|tussen|achteraf|al|voor)(?:weg|wege|pad|baan)|geloof|gehoor|(?:gerechts|justitie)?hof|weg|straat|laan|plein)$/iu;
/** The same, in small letters: "de winkelstraat 3 keer", but "Hoofdstraat 3". */
const noSmallStreet =
	/^(?:zij|winkel|school|speel|markt|stations?|hoofd|woon|achter)(?:straat|plein)$/u;

const particle = /^(?:van|von|de|der|den|het|['’]t|ter|ten|op|in|aan|la|le)$/u;
/** What begins a sentence, not a street. */
const opener =
	/^(?:Ik|Wij|We|Zij|Ze|Hij|U|Jullie|Mijn|Ons|Onze|Hun|Het|De|Een|Die|Dat|Deze|Op|In|Aan|Bij|Te|Van|Voor|Met|Naar|Om|En|Of|Adres|Huisadres|Woon|Wonend|Woonachtig|I|My|At|On|The|Our|From|Address|We)$/;
const hasCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const isOrdinal = (word: string): boolean => /^\d{1,2}(?:e|ste|de)$/u.test(word);

/** Whether this word belongs to the name that goes on behind it. */
export function isStreetWord(words: string[], at: number): boolean {
	const word = words[at]!;
	const next = words[at + 1]!;
	if (isOrdinal(word)) return hasCapital(next);
	if (/[.]$/.test(word) && !/^\p{Lu}\p{L}{0,5}\.$/u.test(word)) return false;
	if (hasCapital(word)) return !opener.test(word) && (hasCapital(next) || particle.test(next));
	// A particle only in the middle of a name: "Laan van Meerdervoort", not "op de Kerkstraat".
	return particle.test(word) && at > 0 && belongsBefore(words, at - 1);
}
function belongsBefore(words: string[], at: number): boolean {
	const word = words[at]!;
	if (particle.test(word)) return at > 0 && belongsBefore(words, at - 1);
	return (
		hasCapital(word) &&
		!opener.test(word) &&
		!/[.]$/.test(word.replace(/^\p{Lu}\p{L}{0,5}\.$/u, ''))
	);
}

/** Whether this name can be nothing but a street, given the word before it. */
export function isSurelyStreet(name: string[], before = ''): boolean {
	const last = name.at(-1)!;
	if (name.length > 1 && bareStreet.test(last)) return true;
	if (noStreet.test(last) || noSmallStreet.test(last)) return false;
	if (hasCapital(last)) return sureEnding.test(last) && last.length > 5;
	return (
		smallEnding.test(last) &&
		!/^(?:onze|hele|elke|iedere|deze|die|een|dezelfde|our|every)$/iu.test(before)
	);
}

/** "Laan van Meerdervoort", "Plein van Siena" */
export const opensStreet = (name: string[]): boolean =>
	name.length > 2 && opening.test(name[0]!) && particle.test(name[1]!);

/** Whether it could be one, where a home is spoken of: a capital, or the end of a street. */
export function isStreet(name: string[]): boolean {
	const last = name.at(-1)!;
	if (/^\p{Lu}+$/u.test(last) && last.length > 1) return false;
	return hasCapital(last) || (sureEnding.test(last) && !noStreet.test(last));
}
