import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open as openFile, stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import {
	compareWithManifest,
	manifest,
	manifestPath,
	sealLength,
	sealPrefix,
	type DossierFault,
	type FoundFile,
	type Manifest
} from '#lib/domain/dossier/manifest.ts';

/** What came of checking a dossier. */
export type Verified = {
	faults: DossierFault[];
	/** Null when it cannot be read. */
	manifest: Manifest | null;
	/** To compare with the one the desk shows. */
	manifest_sha256: string | null;
};

const mostManifestBytes = 64 * 1024 * 1024;

/** Checks a dossier with nothing but the file: every file in it, and the file as a whole. */
export async function verifyDossier(path: string): Promise<Verified> {
	const faults: DossierFault[] = (await isSealed(path)) ? [] : [{ fault: 'file_changed', path }];
	const found: FoundFile[] = [];
	let told: { manifest: Manifest; sha256: string } | null = null;
	try {
		const zip = await openZip(path);
		for await (const entry of entriesOf(zip)) {
			const read = await hashOf(zip, entry);
			found.push({ path: entry.fileName, sha256: read?.sha256 ?? null });
			if (entry.fileName !== manifestPath || !read?.text) continue;
			const parsed = manifest.safeParse(parseJson(read.text));
			if (parsed.success) told = { manifest: parsed.data, sha256: read.sha256 };
		}
	} catch {
		// What was read so far is compared; that the file breaks off is a fault by itself.
		faults.push({ fault: 'unreadable', path });
	}
	if (told) faults.push(...compareWithManifest(told.manifest, found));
	else faults.push({ fault: 'unreadable', path: manifestPath });
	return {
		faults,
		manifest: told?.manifest ?? null,
		manifest_sha256: told?.sha256 ?? null
	};
}

/** Whether the comment at the end holds the SHA-256 of all before it. */
async function isSealed(path: string): Promise<boolean> {
	const { size } = await stat(path);
	if (size <= sealLength) return false;
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path, { end: size - sealLength - 1 })) {
		hash.update(chunk as Buffer);
	}
	const file = await openFile(path);
	try {
		const tail = Buffer.alloc(sealLength);
		await file.read(tail, 0, sealLength, size - sealLength);
		return tail.toString('latin1') === sealPrefix + hash.digest('hex');
	} finally {
		await file.close();
	}
}

const openZip = (path: string) =>
	new Promise<ZipFile>((resolve, reject) =>
		open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
			error || !zip ? reject(error) : resolve(zip)
		)
	);

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
	try {
		for (let number = 0; number < zip.entryCount; number += 1) {
			const next = once(zip, 'entry') as Promise<[Entry]>;
			zip.readEntry();
			yield (await next)[0];
		}
	} finally {
		zip.close();
	}
}

/** The hash of one entry, and the text of the manifest; null when it cannot be read. */
async function hashOf(
	zip: ZipFile,
	entry: Entry
): Promise<{ sha256: string; text?: string } | null> {
	const isManifest = entry.fileName === manifestPath;
	if (isManifest && entry.uncompressedSize > mostManifestBytes) return null;
	try {
		const stream = await new Promise<Readable>((resolve, reject) =>
			zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened!)))
		);
		const hash = createHash('sha256');
		const kept: Buffer[] = [];
		for await (const chunk of stream) {
			hash.update(chunk as Buffer);
			if (isManifest) kept.push(chunk as Buffer);
		}
		const sha256 = hash.digest('hex');
		return isManifest ? { sha256, text: Buffer.concat(kept).toString('utf8') } : { sha256 };
	} catch {
		return null;
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
