import { shinglesOf } from './shingles.ts';

/*
 * MinHash: A. Broder, "On the resemblance and containment of documents", 1997. The share of equal
 * places in two signatures estimates how much of their shingles two texts have in common.
 */

const bandCount = 20;
const rowsPerBand = 3;
const length = bandCount * rowsPerBand;

/** Fixed for good: signatures are kept, and must compare with those of years ago. */
const seeds = Uint32Array.from({ length }, (_, place) => mix(Math.imul(place + 1, 0x9e3779b9)));

/** The last steps of MurmurHash3: every bit of what goes in tells in what comes out. */
function mix(value: number): number {
	let mixed = value ^ (value >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The smallest hash of a text's shingles, sixty times over; null when it is too short. */
export function signatureOf(text: string): Uint32Array | null {
	const shingles = shinglesOf(text);
	if (shingles.size === 0) return null;
	const smallest = new Uint32Array(length).fill(0xffffffff);
	for (const shingle of shingles) {
		for (let place = 0; place < length; place++) {
			const hash = mix(shingle ^ seeds[place]!);
			if (hash < smallest[place]!) smallest[place] = hash;
		}
	}
	return smallest;
}

/** About how much of two texts is the same, from 0 to 1. */
export function similarity(one: string, other: string): number {
	const [a, b] = [signatureOf(one), signatureOf(other)];
	if (!a || !b) return 0;
	return a.filter((hash, place) => hash === b[place]).length / length;
}

/**
 * Twenty numbers to find near-copies by: texts of which 80 % is the same share about ten of them,
 * texts on the same subject hardly ever one. Signed, as the database keeps them.
 */
export function bandsOf(text: string): number[] | null {
	const signature = signatureOf(text);
	if (!signature) return null;
	return Array.from({ length: bandCount }, (_, band) => {
		const rows = signature.subarray(band * rowsPerBand, (band + 1) * rowsPerBand);
		return rows.reduce((hash, row) => mix(hash ^ row), mix(band + 1)) | 0;
	});
}

/** From this many shared bands on a text is a near-copy; the database has the same number. */
export const leastSharedBands = 4;
