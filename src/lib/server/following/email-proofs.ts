import { randomBytes, randomInt } from 'node:crypto';
import { followPassOf } from '../crypto/follow-code.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { act, hashOf } from './followed-reports.ts';
import { seal } from '../mail/outbox.ts';

/*
 * An address proven by a mailed code, and the way back to a report by a mailed link. Of codes and
 * tokens only keyed hashes reach the database, so that neither reading it nor timing it helps.
 */

/**
 * Mails six digits to the address that stands with a report.
 * @throws Refused `follow_code_unknown`, `no_address_to_prove`, `codes_too_many`
 */
export async function sendCode(desk: Desk, followCode: string): Promise<void> {
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	await act('begin_email_proof', () =>
		desk.service.rpc('begin_email_proof', {
			code_hash: hashOf(desk, followCode),
			proof_hash: hashOfCode(desk, followCode, code),
			...seal(desk, { code })
		})
	);
	void desk.wakeOutbox();
}

/** Whether the digits were those in the mail; `too_old` also after too many guesses. */
export async function enterCode(
	desk: Desk,
	followCode: string,
	code: string
): Promise<'proven' | 'wrong' | 'too_old'> {
	const answer = await desk.service.rpc('finish_email_proof', {
		code_hash: hashOf(desk, followCode),
		proof_hash: hashOfCode(desk, followCode, code)
	});
	return unwrap('finish_email_proof', answer) as 'proven' | 'wrong' | 'too_old';
}

/** How many reports one mail links to. */
const mostLinks = 20;

/**
 * Mails links to the reports of an address that was proven; nothing where there are none. It does
 * the same work and tells the same either way.
 */
export async function sendLinks(desk: Desk, email: string): Promise<void> {
	const { hash_key } = desk.secrets;
	const tokens = Array.from({ length: mostLinks }, () => randomBytes(24).toString('base64url'));
	const answer = await desk.service.rpc('begin_follow_links', {
		address_key: keyedHash(hash_key, 'reporter', email),
		token_hashes: tokens.map((token) => hashOfToken(desk, token)),
		...seal(desk, { to: email, tokens: tokens.join(' ') })
	});
	unwrap('begin_follow_links', answer);
	void desk.wakeOutbox();
}

/** What stands for the follow code of the report a link was made for; null when it no longer works. */
export async function useLink(desk: Desk, token: string): Promise<string | null> {
	const { data, error } = await desk.service.rpc('use_follow_link', {
		token_hash: hashOfToken(desk, token)
	});
	if (error) unwrap('use_follow_link', { data, error });
	return data ? followPassOf(desk.secrets.hash_key, data) : null;
}

const hashOfCode = (desk: Desk, followCode: string, code: string) =>
	keyedHash(desk.secrets.hash_key, 'email code', `${hashOf(desk, followCode)}\0${code}`);

const hashOfToken = ({ secrets }: Desk, token: string) =>
	keyedHash(secrets.hash_key, 'follow link', token);
