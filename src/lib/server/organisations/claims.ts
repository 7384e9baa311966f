import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { OrganisationClaim } from '#lib/domain/organisation/claim.ts';
import { digestOf, keyedHash } from '../crypto/keyed-hash.ts';
import { hashOfLinkToken, linkTokenOf } from '../crypto/link-token.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { seal } from '../mail/outbox.ts';

/*
 * Somebody says to speak for an organisation. The database decides whether a code to their address
 * proves it; here the code is made and sealed, so that the work is the same either way.
 */

/** What becomes of a claim: a code was mailed, or an administrator judges. */
export type BegunClaim = { state: 'begun' | 'waiting'; token: string };

/**
 * Claims an organisation. The same form again is one claim. What seems to come from a machine is
 * mailed nothing.
 * @throws Refused `claims_too_many`
 */
export async function begin(
	desk: Desk,
	{ organisation_name, ...sent }: OrganisationClaim,
	{ clientKey, isSuspect }: { clientKey: string; isSuspect: boolean }
): Promise<BegunClaim> {
	const { hash_key } = desk.secrets;
	const key = `${clientKey}\0${digestOf(JSON.stringify([organisation_name, sent]))}`;
	const token = linkTokenOf(hash_key, 'claim', key);
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	const answer = await desk.service.rpc('begin_claim', {
		submission: {
			...sent,
			name: organisation_name,
			is_suspect: isSuspect,
			token_hash: hashOfLinkToken(hash_key, token),
			code_hash: hashOfCode(desk, token, code),
			...seal(desk, { to: sent.email, code })
		}
	});
	const state = unwrap('begin_claim', answer);
	void desk.wakeOutbox();
	return { state: state === 'begun' ? 'begun' : 'waiting', token };
}

/** What became of a code: the organisation is theirs, a person decides after all, or it was no good. */
export type ProvenClaim = 'granted' | 'waiting' | 'wrong' | 'too_old';

/** The code from the mail. Whoever proves it is invited as an owner. */
export async function prove(desk: Desk, token: string, code: string): Promise<ProvenClaim> {
	const answer = await desk.service.rpc('prove_claim', {
		token_hash: hashOfLinkToken(desk.secrets.hash_key, token),
		code_hash: hashOfCode(desk, token, code)
	});
	return unwrap('prove_claim', answer) as ProvenClaim;
}

const hashOfCode = ({ secrets }: Desk, token: string, code: string) =>
	keyedHash(secrets.hash_key, 'claim code', `${token}\0${code}`);

const claim = z.object({
	claim_id: z.string(),
	state: z.enum(['waiting', 'granted', 'refused']),
	name: z.string(),
	/** The organisation that is meant, as the desk knows it; null for a new one. */
	organisation: z
		.object({
			organisation_id: z.string(),
			name: z.string(),
			website: z.string().nullable(),
			kvk_number: z.string().nullable()
		})
		.nullable(),
	kvk_number: z.string().nullable(),
	trade_names: z.array(z.string()),
	sector: z.string(),
	roles: z.array(z.string()),
	website: z.string(),
	objection_url: z.string().nullable(),
	objection_email: z.string().nullable(),
	email: z.string(),
	locale: z.enum(['nl', 'en']),
	why: z.string().nullable(),
	is_domain_proven: z.boolean(),
	claimed_at: z.string(),
	decided_at: z.string().nullable(),
	reason: z.string().nullable()
});
export type Claim = z.infer<typeof claim>;

/** Claims that wait for an administrator, then those settled last; nothing for anybody else. */
export async function list(client: Client): Promise<Claim[]> {
	return z.array(claim).parse(unwrap('list_claims', await client.rpc('list_claims')));
}

/**
 * An administrator grants or refuses a claim; whoever made it is mailed the reason.
 * @throws Refused `not_allowed`, `reason_needed`, `claim_not_found`, `claim_judged_already`
 */
export async function judge(
	desk: Desk,
	client: Client,
	claim_id: string,
	{ is_granted, reason }: { is_granted: boolean; reason: string }
): Promise<void> {
	const judged = (await list(client)).find((one) => one.claim_id === claim_id);
	const answer = await client.rpc('judge_claim', {
		claim_id,
		is_granted,
		reason,
		...seal(desk, { to: judged?.email ?? '', reason })
	});
	unwrap('judge_claim', answer);
	void desk.wakeOutbox();
}
