import { randomBytes } from 'node:crypto';
import type { NewApiKey } from '#lib/domain/connections/api-keys.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { Client } from '../db/client.ts';
import { Refused, unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

/*
 * Keys with which programs of an organisation speak for it. A key is shown once; what is kept is a
 * keyed hash. It has 256 random bits, so nobody guesses one.
 */

const pattern = /^gehoord_[\w-]{43}$/;

/** What is kept of a key, hexadecimal. */
export const hashOfApiKey = (desk: Pick<Desk, 'secrets'>, key: string) =>
	keyedHash(desk.secrets.hash_key, 'api key', key);

/**
 * Makes a key for an organisation the caller is an owner of, and gives it: the only time it is seen.
 * @throws Refused `not_allowed`, `api_keys_too_many`
 */
export async function create(
	desk: Desk,
	client: Client,
	organisation_id: string,
	{ name, scopes }: NewApiKey
): Promise<string> {
	const key = `gehoord_${randomBytes(32).toString('base64url')}`;
	const answer = await client.rpc('create_api_key', {
		organisation_id,
		name,
		scopes,
		key_hash: hashOfApiKey(desk, key),
		hint: key.slice(-4)
	});
	unwrap('create_api_key', answer);
	return key;
}

/** @throws Refused `api_key_not_found` */
export async function revoke(client: Client, api_key_id: string): Promise<void> {
	unwrap('revoke_api_key', await client.rpc('revoke_api_key', { api_key_id }));
}

/**
 * The hash of the key that a request carries as `Authorization: Bearer …`.
 * @throws Refused `api_key_needed`, `api_key_unknown` when it does not look like one
 */
export function keyHashOf(desk: Desk, request: Request): string {
	const key = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
	if (!key) throw new Refused('api_key_needed', 401);
	if (!pattern.test(key)) throw new Refused('api_key_unknown', 401);
	return hashOfApiKey(desk, key);
}
