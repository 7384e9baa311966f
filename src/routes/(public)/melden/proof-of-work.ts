/*
 * The sums of the proof of work (ALTCHA, version 2), done while somebody types. Loaded after the
 * first key press; the browser's own cryptography does the work beside the page, so nothing stutters.
 */
type Challenge = {
	parameters: { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string };
};
type Kept = { proof: Promise<string>; until: number };

const hour = 60 * 60 * 1000;
/** Longer than this nobody waits: then a person reads the report first. */
const longest = 30_000;
const afterFailure = 15_000;

const kept = new Map<string, Kept>();

/** The proof for one report, empty when there is none; the same one as long as it is good. */
export function proofFor(clientKey: string): Promise<string> {
	const known = kept.get(clientKey);
	if (known && Date.now() < known.until) return known.proof;
	const made: Kept = { proof: solve(), until: Date.now() + hour };
	made.proof = made.proof.catch(() => {
		made.until = Date.now() + afterFailure;
		return '';
	});
	kept.set(clientKey, made);
	return made.proof;
}

async function solve(): Promise<string> {
	const response = await fetch('/melden/challenge', { signal: AbortSignal.timeout(10_000) });
	const challenge: Challenge = await response.json();
	const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
	const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0]);
	const view = new DataView(password.buffer);
	const begin = Date.now();
	for (let counter = 0; Date.now() < begin + longest; counter += 1) {
		view.setUint32(password.length - 4, counter);
		const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
		const bits = await crypto.subtle.deriveBits(
			{ name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost },
			key,
			keyLength * 8
		);
		const derivedKey = hexOf(new Uint8Array(bits));
		if (derivedKey.startsWith(keyPrefix)) {
			const solution = { counter, derivedKey, time: Date.now() - begin };
			return btoa(JSON.stringify({ challenge, solution }));
		}
	}
	return '';
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16));

const hexOf = (bytes: Uint8Array) =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
