import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateApiKey } from '@supabase/lite';
import { z } from 'zod';
import { WrongEnvironment } from './env.ts';

export const secretsShape = z.object({
	/** Signs the sessions of the embedded identity service. */
	jwt_secret: z.string().min(32),
	publishable_key: z.string().min(20),
	secret_key: z.string().min(20),
	/** Derives follow codes and the keyed hashes of e-mail addresses. */
	hash_key: z.string().min(32),
	/** Encrypts personal data, AES-256: 32 bytes in base64. The first one is current. */
	encryption_keys: z.array(z.object({ id: z.string(), key: z.base64().length(44) })).min(1)
});

export type Secrets = z.infer<typeof secretsShape>;

/**
 * The installation's own secrets, made on the first start and kept in one file that only the
 * owner can read. They are never defaulted: without the file, data cannot be read back.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
	const existing = await readSecrets(file);
	if (existing) return existing;
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	try {
		await writeFile(file, JSON.stringify(await generateSecrets(), null, '\t'), {
			mode: 0o600,
			flag: 'wx'
		});
	} catch (error) {
		// Another instance that shares the file was first: its secrets are ours.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return (await readSecrets(file))!;
}

/**
 * Puts other secrets in the place of these. The file is whole at every moment: a power cut leaves
 * the old one or the new one.
 */
export async function replaceSecrets(file: string, secrets: Secrets): Promise<void> {
	const beside = `${file}.new`;
	const handle = await open(beside, 'w', 0o600);
	try {
		await handle.writeFile(JSON.stringify(secretsShape.parse(secrets), null, '\t'));
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(beside, file);
}

async function readSecrets(file: string): Promise<Secrets | undefined> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw new WrongEnvironment(`the secrets file ${file} cannot be read`);
	}
	try {
		return secretsShape.parse(JSON.parse(text));
	} catch {
		throw new WrongEnvironment(`the secrets file ${file} is damaged: restore it from the backup`);
	}
}

async function generateSecrets(): Promise<Secrets> {
	return {
		jwt_secret: randomBytes(48).toString('base64url'),
		publishable_key: (await generateApiKey('publishable')).key,
		secret_key: (await generateApiKey('secret')).key,
		hash_key: randomBytes(48).toString('base64url'),
		encryption_keys: [
			{ id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64') }
		]
	};
}
