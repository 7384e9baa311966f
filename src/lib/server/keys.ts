import { randomBytes } from 'node:crypto';
import { countByKey, countRenewable, encryptAnew } from './crypto/rotation.ts';
import type { Desk } from './desk.ts';
import { replaceSecrets } from './secrets.ts';

/** A key of the installation and how many rows it has encrypted. The first one is current. */
export type KeyInUse = { id: string; is_current: boolean; rows: number };

/** Every key, current first. */
export async function list({ backend, secrets }: Desk): Promise<KeyInUse[]> {
	const counts = await countByKey(backend.sql);
	return secrets.encryption_keys.map(({ id }, place) => ({
		id,
		is_current: place === 0,
		rows: counts.get(id) ?? 0
	}));
}

/**
 * Makes a new key, which encrypts from now on, and encrypts anew what the others did. When an
 * earlier rotation was broken off this finishes it and makes no other key. The old keys stay.
 */
export async function rotate(
	desk: Desk,
	tell: (done: number) => void = () => {}
): Promise<{ current: string; rows: number }> {
	const renewable = await countRenewable(desk.backend.sql);
	renewable.delete(desk.secrets.encryption_keys[0]!.id);
	const isBrokenOff = renewable.size > 0;
	if (!isBrokenOff) {
		const key = { id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64') };
		// The key is on disk before anything needs it to be read.
		await keep(desk, [key, ...desk.secrets.encryption_keys]);
	}
	const { encryption_keys } = desk.secrets;
	const rows = await encryptAnew(desk.backend.sql, encryption_keys, tell);
	return { current: encryption_keys[0]!.id, rows };
}

/**
 * Forgets a key that nothing is encrypted with any more.
 * @throws Error when there is no such key, or when it is still needed.
 */
export async function drop(desk: Desk, id: string): Promise<void> {
	const key = (await list(desk)).find((known) => known.id === id);
	if (!key) throw new Error(`there is no key ${id}`);
	if (key.is_current) throw new Error(`key ${id} is current: rotate first`);
	if (key.rows > 0) throw new Error(`${key.rows} rows are encrypted with key ${id}: rotate first`);
	await keep(
		desk,
		desk.secrets.encryption_keys.filter((known) => known.id !== id)
	);
}

async function keep(desk: Desk, encryption_keys: Desk['secrets']['encryption_keys']) {
	await replaceSecrets(desk.env.secretsFile, { ...desk.secrets, encryption_keys });
	desk.secrets.encryption_keys = encryption_keys;
}
