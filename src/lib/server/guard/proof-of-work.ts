import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { Desk } from '../desk.ts';

/*
 * Proof of work (ALTCHA, version 2): a device does some sums before a report is filed, so that
 * filing thousands costs something. Nothing about the device or the person is asked or kept.
 *
 * The device tries keys one by one until it meets the right one, somewhere between `fewest` and
 * `most`: never longer than that. Together about half a million rounds of SHA-256: a quarter of a
 * second on a laptop, one or two seconds on an old phone.
 */
const rounds = 2_000;
const fewest = 100;
const most = 400;

/** As long as somebody may take to fill in the form; the page asks for a new one after that. */
const lifetime = 2 * 60 * 60 * 1000;

/** A solved challenge, as `file_report` spends it. */
export type SolvedChallenge = { challenge: string; challenge_expires_at: string };

/** A new challenge, signed: the desk keeps nothing of it. */
export function issueChallenge(desk: Desk): Promise<Challenge> {
	return createChallenge({
		algorithm: 'PBKDF2/SHA-256',
		cost: rounds,
		counter: randomInt(most, fewest),
		deriveKey,
		expiresAt: new Date(desk.now().getTime() + lifetime),
		...secretsOf(desk)
	});
}

const payload = z.object({
	challenge: z.object({
		parameters: z.object({
			algorithm: z.literal('PBKDF2/SHA-256'),
			nonce: z.string().regex(/^[0-9a-f]{32}$/),
			salt: z.string().regex(/^[0-9a-f]{32}$/),
			cost: z.literal(rounds),
			keyLength: z.number(),
			keyPrefix: z.string().max(64),
			keySignature: z.string().max(128),
			expiresAt: z.number()
		}),
		signature: z.string().max(128)
	}),
	solution: z.object({ counter: z.number(), derivedKey: z.string().max(128), time: z.number() })
});

/**
 * The challenge that somebody solved. What is wrong, expired or nonsense is no proof, and no error
 * either: the report is then looked at by a person.
 * @param proof the challenge and its solution, JSON in base64
 */
export async function checkProof(desk: Desk, proof: unknown): Promise<SolvedChallenge | null> {
	const sent = read(proof);
	if (!sent) return null;
	const { nonce, expiresAt } = sent.challenge.parameters;
	if (expiresAt * 1000 < desk.now().getTime()) return null;
	const { hmacSignatureSecret, hmacKeySignatureSecret } = secretsOf(desk);
	const { verified } = await verifySolution({
		...sent,
		deriveKey,
		hmacSignatureSecret,
		hmacKeySignatureSecret
	});
	if (!verified) return null;
	return { challenge: nonce, challenge_expires_at: new Date(expiresAt * 1000).toISOString() };
}

function read(proof: unknown): z.infer<typeof payload> | null {
	if (typeof proof !== 'string' || proof.length > 2_000) return null;
	try {
		return payload.parse(JSON.parse(Buffer.from(proof, 'base64').toString()));
	} catch {
		return null;
	}
}

/** Derived from the installation's own key, each for its own purpose. */
const secretsOf = ({ secrets: { hash_key } }: Desk) => ({
	hmacSignatureSecret: keyedHash(hash_key, 'proof of work', 'challenge'),
	hmacKeySignatureSecret: keyedHash(hash_key, 'proof of work', 'solution')
});
