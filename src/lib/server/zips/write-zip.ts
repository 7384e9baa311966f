import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sealLength, sealPrefix, type Manifest } from '#lib/domain/dossier/manifest.ts';

/** A file to come in a ZIP; it is made when it is its turn. */
export type Entry = {
	path: string;
	/** Whether it is worth making smaller: a picture is not. */
	isCompressed?: boolean;
	/** Whether it may become larger than 4 GB, which a ZIP has to know beforehand. */
	isLarge?: boolean;
	write: () => AsyncIterable<string | Uint8Array>;
};

export type Written = Manifest['files'][number];

/**
 * Writes entries one after the other; nothing is held but what is being written. Each is entered
 * in `written` with its SHA-256 once it is done, so that a later entry can tell of it.
 */
export function writeZip(entries: Iterable<Entry>, written: Written[], made: Date): Readable {
	const zip = new ZipFile();
	for (const { path, isCompressed = true, isLarge = false, write } of entries) {
		const options = { mtime: made, compress: isCompressed, forceZip64Format: isLarge };
		zip.addReadStreamLazy(path, options, (give) =>
			give(null, Readable.from(hashed(path, write(), written), { objectMode: false }))
		);
	}
	// A fault of one entry ends the whole file.
	zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error));
	zip.end({ forceZip64Format: false, comment: sealPrefix + '0'.repeat(64) });
	return zip.outputStream as Readable;
}

async function* hashed(
	path: string,
	chunks: AsyncIterable<string | Uint8Array>,
	written: Written[]
): AsyncGenerator<Buffer> {
	const hash = createHash('sha256');
	let byte_size = 0;
	for await (const chunk of chunks) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk);
		hash.update(bytes);
		byte_size += bytes.length;
		yield bytes;
	}
	written.push({ path, byte_size, sha256: hash.digest('hex') });
}

export type Sealed = { sha256: string; byte_size: number };

/**
 * Puts the SHA-256 of everything before it into the comment that ends a ZIP, and tells the one of
 * the whole: whatever single byte is changed later, wherever it stands, no longer fits.
 */
export async function* sealZip(
	zip: AsyncIterable<Uint8Array>,
	told: (sealed: Sealed) => void
): AsyncGenerator<Uint8Array> {
	const before = createHash('sha256');
	const whole = createHash('sha256');
	let byte_size = 0;
	let tail: Buffer = Buffer.alloc(0);
	for await (const chunk of zip) {
		const known = Buffer.concat([tail, chunk]);
		const end = Math.max(0, known.length - sealLength);
		const given = known.subarray(0, end);
		tail = known.subarray(end);
		if (given.length === 0) continue;
		before.update(given);
		whole.update(given);
		byte_size += given.length;
		yield given;
	}
	const seal = Buffer.from(sealPrefix + before.digest('hex'), 'latin1');
	if (tail.length !== seal.length) throw new Error('a ZIP without room for its seal');
	whole.update(seal);
	told({ sha256: whole.digest('hex'), byte_size: byte_size + seal.length });
	yield seal;
}
