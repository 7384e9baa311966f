import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { markOf } from '../backend/open.ts';
import { loadSecrets, replaceSecrets, secretsShape, type Secrets } from '../secrets.ts';
import { secretsPath, type BackupManifest } from './manifest.ts';
import { filesOf } from './read-backup.ts';

/**
 * The secrets a backup is read with: the desk's own file where there is one, else what came along.
 * @throws Error when there are none, or others than the backup needs. Nothing is overwritten.
 */
export async function settleSecrets(
	secretsFile: string,
	file: string,
	manifest: BackupManifest
): Promise<Secrets> {
	const own = await readFile(secretsFile).then(
		() => loadSecrets(secretsFile),
		() => null
	);
	const secrets = own ?? (manifest.secrets.are_included ? await secretsIn(file) : null);
	if (!secrets) {
		throw new Error(
			`the secrets are not in the backup: put the file kept apart at ${secretsFile} first`
		);
	}
	requireFit(secrets, manifest, secretsFile);
	if (!own) {
		await mkdir(dirname(secretsFile), { recursive: true, mode: 0o700 });
		await replaceSecrets(secretsFile, secrets);
	}
	return secrets;
}

function requireFit(secrets: Secrets, manifest: BackupManifest, secretsFile: string) {
	if (markOf(secrets) !== manifest.secrets.mark) {
		throw new Error(`the backup was made with other secrets than ${secretsFile}`);
	}
	const known = new Set(secrets.encryption_keys.map(({ id }) => id));
	const missing = manifest.secrets.key_ids.filter((id) => !known.has(id));
	if (missing.length > 0) {
		throw new Error(`${secretsFile} lacks the key ${missing.join(', ')}, which the backup needs`);
	}
}

async function secretsIn(file: string): Promise<Secrets> {
	for await (const { path, contents } of filesOf(file, secretsPath)) {
		if (path !== secretsPath) continue;
		return secretsShape.parse(JSON.parse((await buffer(contents)).toString('utf8')));
	}
	throw new Error('the secrets are not in the backup');
}
