import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { checkProof, issueChallenge } from './proof-of-work.ts';

const begin = new Date();
const deskAt = (hours: number, hash_key = 'a key of this installation'.repeat(2)) =>
	({
		secrets: { hash_key },
		now: () => new Date(begin.getTime() + hours * 3_600_000)
	}) as unknown as Desk;

const written = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString('base64');

async function solve(challenge: Challenge) {
	const { counter, derivedKey, time = 0 } = (await solveChallenge({ challenge, deriveKey }))!;
	return { challenge, solution: { counter, derivedKey, time } };
}

test('a solved challenge is a proof, named so that it can be spent once', async () => {
	const challenge = await issueChallenge(deskAt(0));
	const proof = await solve(challenge);
	expect(await checkProof(deskAt(1), written(proof))).toEqual({
		challenge: challenge.parameters.nonce,
		challenge_expires_at: expect.stringMatching(/Z$/)
	});
});

test('what is wrong, expired, easier than it was set, or of another desk is no proof', async () => {
	const proof = await solve(await issueChallenge(deskAt(0)));
	const { challenge, solution } = proof;
	const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } };
	const other = await issueChallenge(deskAt(0));
	expect(await checkProof(deskAt(3), written(proof))).toBeNull();
	expect(await checkProof(deskAt(0, 'another key '.repeat(4)), written(proof))).toBeNull();
	for (const wrong of [
		{ challenge: easier, solution },
		{ challenge: other, solution },
		{ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
		{ challenge: { parameters: challenge.parameters }, solution },
		{ challenge, solution: null },
		[],
		null,
		'x'.repeat(5_000)
	]) {
		expect(await checkProof(deskAt(0), written(wrong))).toBeNull();
	}
	expect(await checkProof(deskAt(0), undefined)).toBeNull();
	expect(await checkProof(deskAt(0), ['twice', 'twice'])).toBeNull();
});
