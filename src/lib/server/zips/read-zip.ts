import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open as openFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { open, type Entry, type ZipFile } from 'yauzl';
import { sealLength, sealPrefix } from '#lib/domain/dossier/manifest.ts';

/** Whether the comment at the end holds the SHA-256 of all before it. */
export async function isSealed(path: string): Promise<boolean> {
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

/** Opens a ZIP to be read entry by entry. */
export const openZip = (path: string) =>
	new Promise<ZipFile>((resolve, reject) =>
		open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
			error || !zip ? reject(error) : resolve(zip)
		)
	);

/** Every entry in turn; the file is closed after the last. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
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

/** What stands in an entry, as it is read. */
export const streamOf = (zip: ZipFile, entry: Entry) =>
	new Promise<Readable>((resolve, reject) =>
		zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened!)))
	);

/** The SHA-256 of an entry, of which nothing is held. */
export async function hashEntry(zip: ZipFile, entry: Entry): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of await streamOf(zip, entry)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/**
 * A small entry as text.
 * @throws Error when it is larger than it can be.
 */
export async function textOf(zip: ZipFile, entry: Entry, most: number): Promise<string> {
	if (entry.uncompressedSize > most) throw new Error(`${entry.fileName} is too large`);
	return (await buffer(await streamOf(zip, entry))).toString('utf8');
}
