import type { Readable } from 'node:stream';
import { compareWithManifest, manifestPath } from '#lib/domain/dossier/manifest.ts';
import { entriesOf, hashEntry, isSealed, openZip, streamOf, textOf } from '../zips/read-zip.ts';
import { backupManifest, type BackupManifest } from './manifest.ts';

const mostManifestBytes = 512 * 1024 * 1024;

/**
 * Reads a whole backup and compares every file in it with the sums it was written with.
 * @throws Error, for the operator, when a single byte differs.
 */
export async function verifyBackup(file: string): Promise<BackupManifest> {
	if (!(await isSealed(file).catch(() => false))) {
		throw new Error(`${file} is no whole backup: it was changed or broken off`);
	}
	const found: { path: string; sha256: string | null }[] = [];
	let manifest: BackupManifest | undefined;
	const zip = await openZip(file);
	for await (const entry of entriesOf(zip)) {
		if (entry.fileName === manifestPath) {
			const text = await textOf(zip, entry, mostManifestBytes);
			manifest = backupManifest.safeParse(JSON.parse(text)).data;
		} else {
			const sha256 = await hashEntry(zip, entry).catch(() => null);
			found.push({ path: entry.fileName, sha256 });
		}
	}
	if (!manifest) throw new Error(`${file} is no backup of a desk that this version can read`);
	const [fault] = compareWithManifest(manifest, found);
	if (fault) throw new Error(`the backup is damaged: ${fault.path} is not what was written`);
	return manifest;
}

/** The files of a backup whose paths begin so, in the order of the file, each to be read at once. */
export async function* filesOf(
	file: string,
	prefix: string
): AsyncGenerator<{ path: string; contents: Readable }> {
	const zip = await openZip(file);
	for await (const entry of entriesOf(zip)) {
		const path = entry.fileName;
		if (path.startsWith(prefix)) yield { path, contents: await streamOf(zip, entry) };
	}
}
