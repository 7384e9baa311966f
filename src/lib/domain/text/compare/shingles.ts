const size = 5;
/** Short texts are alike by chance: "Weer gebeld op zondag." tells nothing of a copy. */
const fewestLetters = 60;

/** A text as a copier leaves it: without capitals, accents, signs and spaces. */
function bareLetters(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** FNV-1a over the letters of one shingle, 32 bits. */
function hashOf(letters: string, from: number): number {
	let hash = 0x811c9dc5;
	for (let at = from; at < from + size; at++) {
		hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
	}
	return hash;
}

/** Every run of five letters, as a number; none of a text too short to tell a copy by. */
export function shinglesOf(text: string): Set<number> {
	const letters = bareLetters(text);
	const shingles = new Set<number>();
	if (letters.length < fewestLetters) return shingles;
	for (let from = 0; from + size <= letters.length; from++) shingles.add(hashOf(letters, from));
	return shingles;
}
